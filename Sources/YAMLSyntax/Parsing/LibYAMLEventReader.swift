import CLibYAML

/// The only place that talks to libyaml: bytes in, events with byte offsets out.
///
/// The bytes must be valid UTF-8 without a byte order mark; ``ReadableText`` sees to that.
final class LibYAMLEventReader {
    // libyaml keeps pointers to its own struct and to the input, so neither may move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let offsets: CharacterOffsets
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// Starts reading.
    ///
    /// - Parameters:
    ///   - utf8: what to read.
    ///   - offsets: tells the file's byte offset of a character of it.
    init(_ utf8: ArraySlice<UInt8>, offsets: CharacterOffsets) {
        self.offsets = offsets
        // libyaml drops a last line of a block scalar that is only spaces and has no line break.
        let missingBreak: [UInt8] = utf8.last == UInt8(ascii: " ") ? [UInt8(ascii: "\n")] : []
        input = .allocate(capacity: utf8.count + missingBreak.count)
        _ = input.initialize(from: utf8 + missingBreak)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        // It fails only when memory is exhausted.
        precondition(yaml_parser_initialize(parser) == 1, "libyaml could not start")
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_event_delete(event)
        event.deinitialize(count: 1)
        event.deallocate()
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event.
    func next() throws(ParserFailure) -> ParserEvent {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
        let lower = offsets.offset(ofCharacter: Int(event.pointee.start_mark.index))
        let upper = offsets.offset(ofCharacter: Int(event.pointee.end_mark.index))
        return ParserEvent(kind: kind(of: event.pointee), range: lower..<max(lower, upper))
    }

    /// The bytes of the text of the last event, which must be a scalar; they go with the next one.
    func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let scalar = event.pointee.data.scalar
        return body(UnsafeBufferPointer(start: scalar.value, count: scalar.value == nil ? 0 : scalar.length))
    }

    private func kind(of event: yaml_event_t) -> ParserEvent.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT:
            return .streamStart
        case YAML_DOCUMENT_START_EVENT:
            let document = event.data.document_start
            let version = document.version_directive.map { "\($0.pointee.major).\($0.pointee.minor)" }
            let tagDirectives = document.tag_directives
            var tagDirectiveCount = 0
            if let start = tagDirectives.start, let end = tagDirectives.end { tagDirectiveCount = end - start }
            return .documentStart(
                isExplicit: document.implicit == 0, version: version, tagDirectiveCount: tagDirectiveCount)
        case YAML_DOCUMENT_END_EVENT:
            return .documentEnd(isExplicit: event.data.document_end.implicit == 0)
        case YAML_ALIAS_EVENT:
            return .alias(name: string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            return .scalar(style: style(scalar.style), properties: properties(scalar.anchor, scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(
                isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, properties: properties(start.anchor, start.tag))
        case YAML_SEQUENCE_END_EVENT:
            return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(
                isFlow: start.style == YAML_FLOW_MAPPING_STYLE, properties: properties(start.anchor, start.tag))
        case YAML_MAPPING_END_EVENT:
            return .mappingEnd
        default:
            // No event at all: libyaml gives it after the end of the stream.
            return .streamEnd
        }
    }

    private func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> ParserEvent.Properties {
        ParserEvent.Properties(anchor: string(anchor), tag: string(tag))
    }

    private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        bytes.map { String(decodingCString: $0, as: UTF8.self) }
    }

    private func failure() -> ParserFailure {
        let state = parser.pointee
        let problemOffset = offsets.offset(ofCharacter: Int(state.problem_mark.index))
        let hasContext = state.context != nil
        return ParserFailure(
            context: state.context.map { String(cString: $0) } ?? "",
            contextOffset: hasContext
                ? offsets.offset(ofCharacter: Int(state.context_mark.index)) : problemOffset,
            problem: state.problem.map { String(cString: $0) } ?? "",
            problemOffset: problemOffset)
    }
}
