/// How a log writes dates and times: letters after `%` stand for numbers, everything else for itself.
///
/// `%Y` year of four digits, `%m` month, `%d` day, `%H` hour, `%M` minute, `%S` second (one or two digits each), and `%%`;
/// or `%s` or `%Q` by itself, seconds or milliseconds since 1970 in UTC.
public struct LocalTimeFormat: Hashable, Sendable {
    /// Why a text is no format.
    public enum ParsingError: Error, Hashable, Sendable {
        /// A letter that stands for nothing.
        case unknownLetter(String)
        /// A letter that stands twice.
        case repeatedLetter(String)
        /// Year, month or day is not there.
        case incompleteDate
    }

    private enum Piece: Hashable {
        case literal(UInt8)
        case number(Letter)
    }

    private enum Letter: UInt8, CaseIterable {
        case year = 0x59  // Y
        case month = 0x6D  // m
        case day = 0x64  // d
        case hour = 0x48  // H
        case minute = 0x4D  // M
        case second = 0x53  // S

        var place: Int {
            switch self {
            case .year: 0
            case .month: 1
            case .day: 2
            case .hour: 3
            case .minute: 4
            case .second: 5
            }
        }
    }

    /// The letters, for messages.
    static let lettersText =
        Letter.allCases.map { "%" + String(UnicodeScalar($0.rawValue)) }.joined(separator: ", ")
        + ", or %s or %Q by itself for seconds or milliseconds since 1970"

    /// The format as written.
    public let text: String
    private let pieces: [Piece]
    /// How many units of a count since 1970 make a second; nil where the format is no such count.
    private let unitsPerSecond: Int?

    /// Reads a format such as `%d.%m.%Y %H:%M`.
    public init(parsing text: String) throws(ParsingError) {
        self.text = text
        unitsPerSecond = text == "%s" ? 1 : text == "%Q" ? 1_000 : nil
        guard unitsPerSecond == nil else {
            pieces = []
            return
        }
        var pieces: [Piece] = []
        var letters: Set<Letter> = []
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "%" else {
                pieces += String(scalar).utf8.map(Piece.literal)
                continue
            }
            let named = scalars.next()
            if named == "%" {
                pieces.append(.literal(0x25))
                continue
            }
            let written = "%" + (named.map { String($0) } ?? "")
            guard let named, let byte = UInt8(exactly: named.value), let letter = Letter(rawValue: byte) else {
                throw .unknownLetter(written)
            }
            guard letters.insert(letter).inserted else { throw .repeatedLetter(written) }
            pieces.append(.number(letter))
        }
        guard letters.isSuperset(of: [.year, .month, .day]) else { throw .incompleteDate }
        self.pieces = pieces
    }

    /// The instant that a text says which counts from 1970; nil where the format is no count, or the text is none.
    func instant(ofCount text: Span<UInt8>) -> ReportInstant? {
        unitsPerSecond.flatMap { LocalDateTime.count(since1970: text, unitsPerSecond: $0) }
            .map { ReportInstant(seconds: Int64($0.seconds), nanoseconds: $0.nanoseconds) }
    }

    /// Reads a text in this format; nil where it is in another, or names a day or time that does not exist.
    func read(_ text: Span<UInt8>) -> LocalDateTime? {
        if let unitsPerSecond { return LocalDateTime(since1970: text, unitsPerSecond: unitsPerSecond) }
        var scan = DigitScan()
        // Year, month and day are always among the pieces.
        var numbers = InlineArray<6, Int>(repeating: 0)
        for piece in pieces {
            switch piece {
            case .literal(let byte):
                guard scan.skip(byte, in: text) else { return nil }
            case .number(let letter):
                guard let number = scan.number(letter == .year ? 4...4 : 1...2, in: text) else { return nil }
                numbers[letter.place] = number
            }
        }
        guard scan.position == text.count else { return nil }
        return LocalDateTime(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
            second: numbers[5])
    }
}
