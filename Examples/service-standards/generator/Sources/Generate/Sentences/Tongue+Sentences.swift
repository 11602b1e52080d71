extension Tongue {
    /// What is said in this language.
    var sentences: Sentences {
        switch self {
        case .en: .english
        case .sl: .slovenian
        case .af: .afrikaans
        case .lv: .latvian
        case .ru: .russian
        }
    }
}
