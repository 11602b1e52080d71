extension CELValue {
    /// The value as people read it, in the language's own notation where it has one; host scalars show their payload.
    ///
    /// Long content is cut: this is for messages and traces, not for storing values.
    public var plainText: String { text(elementCountMax: 20, depthMax: 8) { String($0.payload) } }

    /// The value in the language's notation, with a host's way of printing scalars.
    ///
    /// Values may be nested to any depth: what remains to be written waits in an array, not on the stack.
    ///
    /// - Parameters:
    ///   - elementCountMax: how many elements of each list or map are shown.
    ///   - depthMax: how many levels are shown.
    ///   - partCountMax: how many values are shown in all; content may be shared so many times over that a small
    ///     value has a text without end.
    ///   - printScalar: how a host's scalar is written.
    /// - Returns: the text, with `…` for what is not shown.
    func text(
        elementCountMax: Int, depthMax: Int, partCountMax: Int = 10_000, printScalar: (CELScalar) -> String
    ) -> String {
        var writer = ValueWriter(elementCountMax: elementCountMax, depthMax: depthMax, partCountMax: partCountMax)
        return writer.text(of: self, printScalar)
    }
}
