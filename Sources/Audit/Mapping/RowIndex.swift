import JSONSyntax

/// The paths of a mapping as a tree of names, so that all their values are found in one pass over a row.
final class RowIndex: Sendable {
    /// The members of an object that a path ends at, or leads through.
    private final class Level: Sendable {
        let names: MemberTable
        /// The number of the path that ends at each, or −1.
        let ends: [Int32]
        /// What lies in each.
        let inner: [Level?]

        /// - Parameters:
        ///   - paths: the paths that lead here.
        ///   - depth: how many of their names were followed.
        init(_ paths: [RowPath], depth: Int) {
            var order: [String] = []
            var found: [String: [RowPath]] = [:]
            for path in paths {
                let name = path.names[depth].text
                if found[name] == nil { order.append(name) }
                found[name, default: []].append(path)
            }
            names = MemberTable(order)
            ends = order.map { name in
                let end = found[name]?.first { $0.names.count == depth + 1 }
                return Int32(end?.number ?? -1)
            }
            inner = order.map { name in
                let longer = (found[name] ?? []).filter { $0.names.count > depth + 1 }
                return longer.isEmpty ? nil : Level(longer, depth: depth + 1)
            }
        }

        func fill(_ places: inout [Int32], object index: Int, _ view: JSONView) {
            let record = view[index]
            guard record.kind == .object else { return }
            var child = index + 1
            for _ in 0..<record.count {
                let value = child + 1
                if let place = names.place(of: view[child], in: view) {
                    if ends[place] >= 0 { places[Int(ends[place])] = Int32(truncatingIfNeeded: value) }
                    inner[place]?.fill(&places, object: value, view)
                }
                child = Int(view[value].next)
            }
        }
    }

    /// How many paths there are.
    private let count: Int
    private let members: Level
    /// Paths with a number in them, which may be a place in a list.
    private let positional: [RowPath]

    /// Whether a path may lead into a list.
    var isPositional: Bool { !positional.isEmpty }

    /// Makes an index of paths, each by its number.
    init(_ paths: [RowPath]) {
        count = (paths.map(\.number).max() ?? -1) + 1
        positional = paths.filter(\.isPositional)
        members = Level(paths.filter { !$0.isPositional }, depth: 0)
    }

    /// Finds the values of a row.
    ///
    /// - Parameters:
    ///   - places: receives the place of each path's value, by its number; −1 where there is none.
    ///   - document: the row.
    ///   - view: the same, for a look without a count of references.
    func fill(_ places: inout [Int32], _ document: JSONDocument, _ view: JSONView) {
        clear(&places)
        members.fill(&places, object: 0, view)
        fill(&places, document, element: nil)
    }

    private func clear(_ places: inout [Int32]) {
        if places.count == count {
            for number in places.indices { places[number] = -1 }
        } else {
            places = Array(repeating: -1, count: count)
        }
    }

    /// Where the values of the paths are among those of all rows of a shape.
    ///
    /// - Parameter sample: a row of the shape.
    /// - Returns: by the number of each path the number of its value, or −1 where there is none; nil where a path leads
    ///   to what is no single value, and rows of the shape have to be looked through.
    func numbers(in sample: JSONShapes.Sample) -> [Int32]? {
        var places: [Int32] = []
        sample.document.withView { view in
            clear(&places)
            members.fill(&places, object: 0, view)
        }
        var numbers: [Int32] = []
        for place in places {
            if place < 0 {
                numbers.append(-1)
            } else {
                guard let number = sample.values.firstIndex(of: Int(place)) else { return nil }
                numbers.append(Int32(number))
            }
        }
        return numbers
    }

    /// The same, where every value of such rows must be at the end of a path; nil also where one is not.
    func wholeNumbers(in sample: JSONShapes.Sample) -> [Int32]? {
        guard let numbers = numbers(in: sample), Set(numbers.filter { $0 >= 0 }).count == sample.values.count else {
            return nil
        }
        // Nor may something be there of which nothing is said.
        let hasEmpty = sample.document.withView { view in
            (0..<Int(view[0].next)).contains { view[$0].kind == .object && view[$0].count == 0 }
        }
        return hasEmpty ? nil : numbers
    }

    /// Finds the values of a row of a shape that is known.
    ///
    /// - Parameters:
    ///   - places: receives the place of each path's value, by its number; −1 where there is none, and for paths into lists.
    ///   - numbers: those of the paths' values, as ``numbers(in:)`` gives them.
    ///   - shapes: what read the row.
    func fill(_ places: inout [Int32], _ numbers: [Int32], in shapes: borrowing JSONShapes) {
        if places.count != count { places = Array(repeating: -1, count: count) }
        shapes.fill(&places, with: numbers)
    }

    /// Finds what lies in an element of the row's list, once the rest is found.
    func fill(_ places: inout [Int32], _ document: JSONDocument, element: Int?) {
        for path in positional {
            places[path.number] = Int32(path.value(in: document.root, element: element)?.index ?? -1)
        }
    }
}
