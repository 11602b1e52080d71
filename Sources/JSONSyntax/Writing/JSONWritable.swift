/// What can write itself as one JSON value.
public protocol JSONWritable {
    /// Writes exactly one value.
    ///
    /// - Parameter writer: where to.
    func write(to writer: inout JSONWriter)
}

extension JSONWriter {
    /// Writes a value.
    public mutating func value(_ value: some JSONWritable) {
        value.write(to: &self)
    }

    /// Writes a name and its value.
    public mutating func member(_ name: String, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Writes a name and a string.
    public mutating func member(_ name: String, _ value: String) {
        self.name(name)
        string(value)
    }

    /// Writes a name and its value, or nothing where there is no value.
    public mutating func member(_ name: String, ifPresent value: (some JSONWritable)?) {
        guard let value else { return }
        member(name, value)
    }

    /// Writes an object whose members the body writes.
    @inlinable
    public mutating func object<Failure: Error>(
        _ layout: Layout = .styled, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginObject(layout)
        try body(&self)
        endObject()
    }

    /// Writes a list whose elements the body writes.
    @inlinable
    public mutating func list<Failure: Error>(
        _ layout: Layout = .styled, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginList(layout)
        try body(&self)
        endList()
    }
}

extension String: JSONWritable {
    /// Writes a string.
    public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONWritable {
    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: JSONWritable {
    /// Writes an integer.
    public func write(to writer: inout JSONWriter) { writer.int(Int64(self)) }
}

extension Int64: JSONWritable {
    /// Writes an integer.
    public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Double: JSONWritable {
    /// Writes a number, or a string where it is not finite.
    public func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension JSONDecimal: JSONWritable {
    /// Writes a number.
    public func write(to writer: inout JSONWriter) { writer.decimal(self) }
}

extension JSONNode: JSONWritable {
    /// Writes the value with all that it holds.
    public func write(to writer: inout JSONWriter) { writer.node(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes a list.
    public func write(to writer: inout JSONWriter) {
        writer.beginList()
        for element in self { element.write(to: &writer) }
        writer.endList()
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value, or `null`.
    public func write(to writer: inout JSONWriter) {
        guard let self else { return writer.null() }
        self.write(to: &writer)
    }
}
