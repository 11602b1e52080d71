/// The text of a file, to find places in it.
struct SuiteText {
    /// The file.
    let path: String
    let utf8: [UInt8]

    /// The line and column of an offset.
    func place(of offset: Int) -> SuiteFault.Place {
        var line = 1
        var column = 1
        for byte in utf8.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SuiteFault.Place(line: line, column: column)
    }
}
