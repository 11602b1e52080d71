/// The open lists and objects of a text that is being written or built, and what may come next in them.
///
/// Values in the wrong place are a mistake of the calling code, never of its input, and stop the program.
struct Nesting: Sendable {
    private struct Level {
        let isObject: Bool
        let isOnOneLine: Bool
        var count = 0
        var hasName = false
    }

    /// The innermost one.
    private var level: Level?
    /// Those around it.
    private var outer: [Level] = []

    /// How many lists and objects are open.
    var depth: Int { level == nil ? 0 : outer.count + 1 }

    /// Notes a value, and says whether it needs a separator before it.
    @inline(__always)
    mutating func addValue() -> ValuePlace {
        guard let level else { return .root }
        if level.isObject {
            precondition(level.hasName, "a value in an object needs a name before it")
            self.level?.hasName = false
            return .afterName
        }
        self.level?.count += 1
        return level.count == 0 ? .first : .further
    }

    /// Notes a name, and says whether it is the first of its object.
    @inline(__always)
    mutating func addName() -> ValuePlace {
        guard let level, level.isObject, !level.hasName else {
            preconditionFailure("a name stands only in an object, before a value")
        }
        self.level?.count += 1
        self.level?.hasName = true
        return level.count == 0 ? .first : .further
    }

    /// Whether the innermost list or object is set on one line, as is everything inside such a one.
    var isOnOneLine: Bool { level?.isOnOneLine ?? false }

    /// Opens a list or an object.
    mutating func open(isObject: Bool, isOnOneLine: Bool = false) {
        let inner = Level(isObject: isObject, isOnOneLine: isOnOneLine || self.isOnOneLine)
        if let level { outer.append(level) }
        level = inner
    }

    /// Closes the innermost list or object.
    ///
    /// - Returns: how many elements or members it has.
    mutating func close(isObject: Bool) -> Int {
        guard let level, level.isObject == isObject, !level.hasName else {
            preconditionFailure("only the innermost list or object can end, and not behind a name")
        }
        self.level = outer.popLast()
        return level.count
    }
}
