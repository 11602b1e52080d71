/// The ids that end in numbers which follow each other: `ev000041`, `ev000042`.
///
/// An id has a place here where others with the same beginning came before it, one near the next: a bit for each of
/// their neighbours then takes no more memory than a hash of each of them.
struct NumberedIdentifiers {
    /// What became of an id.
    enum Insertion {
        /// It is kept from now on.
        case new
        /// It was kept before.
        case known
        /// It is not near others, and is not kept.
        case unplaced
    }

    /// How many numbers share a page of bits.
    private static let pageSize: UInt64 = 1 << 12
    private static let wordsPerPage = Int(pageSize) / 64
    /// As many ids as take the memory of a page if kept as hashes.
    private static let streakMin = 64
    /// The most series that are known: each id is held against all of them.
    private static let seriesMax = 16

    /// The ids with the same beginning and as many digits behind it.
    private struct Series {
        let prefix: [UInt8]
        let digitCount: Int
        /// The last number.
        var last: UInt64
        /// How many numbers before it were each near the next.
        var streak = 0
        /// Where the bits of a page lie, by the page's number.
        var pages: [UInt64: Int] = [:]
        /// The page that was used last, and where it lies.
        var recent: (page: UInt64, start: Int)?

        func holds(_ text: UnsafeBufferPointer<UInt8>, _ digitCount: Int) -> Bool {
            guard self.digitCount == digitCount, prefix.count == text.count - digitCount else { return false }
            for offset in prefix.indices where text[offset] != prefix[offset] { return false }
            return true
        }
    }

    private var series: [Series] = []
    private var bits: [UInt64] = []
    /// The series that gives way to the next new one, where it has no pages.
    private var next = 0

    /// Keeps an id where it has a place.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Insertion {
        guard let (number, digitCount) = Self.number(text) else { return .unplaced }
        guard let own = place(of: text, digitCount) else {
            begin(text, digitCount, number)
            return .unplaced
        }
        let last = series[own].last
        series[own].last = number
        let isNear = max(number, last) - min(number, last) < Self.pageSize
        series[own].streak = isNear ? series[own].streak + 1 : 0
        guard let start = start(of: number / Self.pageSize, in: own) else { return .unplaced }
        let (word, bit) = Self.bit(of: number, from: start)
        guard bits[word] & bit == 0 else { return .known }
        bits[word] |= bit
        return .new
    }

    /// Whether an id is kept.
    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let (number, digitCount) = Self.number(text), let own = place(of: text, digitCount),
            let start = series[own].pages[number / Self.pageSize]
        else { return false }
        let (word, bit) = Self.bit(of: number, from: start)
        return bits[word] & bit != 0
    }

    private func place(of text: UnsafeBufferPointer<UInt8>, _ digitCount: Int) -> Int? {
        for place in series.indices where series[place].holds(text, digitCount) { return place }
        return nil
    }

    /// Where a page lies, which is made where the numbers so far promise that it fills; nil where they do not.
    private mutating func start(of page: UInt64, in own: Int) -> Int? {
        if let recent = series[own].recent, recent.page == page { return recent.start }
        var start = series[own].pages[page]
        if start == nil, series[own].streak >= Self.streakMin {
            start = bits.count
            bits.append(contentsOf: repeatElement(0, count: Self.wordsPerPage))
            series[own].pages[page] = start
            series[own].streak = 0
        }
        if let start { series[own].recent = (page, start) }
        return start
    }

    private mutating func begin(_ text: UnsafeBufferPointer<UInt8>, _ digitCount: Int, _ number: UInt64) {
        let new = Series(prefix: Array(text.dropLast(digitCount)), digitCount: digitCount, last: number)
        if series.count < Self.seriesMax { return series.append(new) }
        next = (next + 1) % Self.seriesMax
        if series[next].pages.isEmpty { series[next] = new }
    }

    private static func bit(of number: UInt64, from start: Int) -> (word: Int, bit: UInt64) {
        let offset = number % pageSize
        return (start + Int(offset / 64), 1 << (offset % 64))
    }

    /// The number at the end of a text, and how many digits it has; nil where there is none, or more than 18.
    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> (number: UInt64, digitCount: Int)? {
        var start = text.count
        while start > 0, text[start - 1] &- UInt8(ascii: "0") < 10 { start -= 1 }
        let digitCount = text.count - start
        guard digitCount > 0, digitCount <= 18 else { return nil }
        var number: UInt64 = 0
        for offset in start..<text.count { number = number &* 10 &+ UInt64(text[offset] &- UInt8(ascii: "0")) }
        return (number, digitCount)
    }
}
