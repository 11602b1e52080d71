/// A step of libyaml through a text.
struct ParserEvent {
    /// What the step is.
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart(isExplicit: Bool, version: String?, tagDirectiveCount: Int)
        case documentEnd(isExplicit: Bool)
        case alias(name: String)
        /// Its text is lent by the reader.
        case scalar(style: YAMLScalar.Style, properties: Properties)
        case sequenceStart(isFlow: Bool, properties: Properties)
        case sequenceEnd
        case mappingStart(isFlow: Bool, properties: Properties)
        case mappingEnd
    }

    /// What may stand before a node.
    struct Properties {
        let anchor: String?
        let tag: String?
    }

    let kind: Kind
    /// Byte offsets in the file.
    let range: Range<Int>
}

/// Why libyaml could not go on.
struct ParserFailure: Error, Equatable {
    /// What it was reading, in libyaml's words; empty where it does not say.
    let context: String
    /// Where that began, as a byte offset in the file.
    let contextOffset: Int
    /// What is wrong, in libyaml's words.
    let problem: String
    /// Where, as a byte offset in the file.
    let problemOffset: Int
}
