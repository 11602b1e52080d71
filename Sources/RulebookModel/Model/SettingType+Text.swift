extension SettingType {
    /// The type as people read it.
    public var text: String {
        switch self {
        case .value(let type): type.text
        case .list(let type): "list(\(type.text))"
        case .table(let type): "table of \(type.text)"
        }
    }

    /// The type in the expression language.
    package var factType: FactType {
        switch self {
        case .value(let type): type
        case .list(let type): .list(type)
        case .table(let type): .map(type.factType)
        }
    }
}
