/// Makes the program of a pattern, from its end to its begin and without recursion.
struct ProgramBuilder {
    /// What is still to do, the last first.
    private enum Task {
        /// Put a node before `current`.
        case node(Int)
        /// Make a place `current`.
        case resume(Int32)
        /// Set `current` aside as the begin of an alternative.
        case setAside
        /// Choose among the last alternatives set aside.
        case choose(count: Int)
        /// Choose between `current` and a place behind it.
        case choosePassing(Int32)
        /// Lead a loop's instruction to its body at `current` or to a place behind it.
        case closeLoop(Int32, then: Int32, mayPass: Bool)
    }

    private struct TooLarge: Error {}

    private let syntax: PatternSyntax
    private let sizeMax: Int
    private var size = 0
    private var instructions: [PatternProgram.Instruction] = []
    private var transitions: [PatternProgram.Transition] = []
    private var places: PatternPlaces = []
    /// The instruction that comes after what is put before it next.
    private var current: Int32 = 0
    private var alternatives: [Int32] = []
    private var tasks: [Task] = []

    /// The program of a pattern; `nil` if it takes more instructions than the limit.
    static func program(for syntax: PatternSyntax, limits: PatternLimits) -> PatternProgram? {
        var builder = ProgramBuilder(syntax, limits)
        do throws(TooLarge) {
            try builder.build()
        } catch {
            return nil
        }
        return PatternProgram(
            instructions: builder.instructions, transitions: builder.transitions, start: builder.current,
            size: builder.size, places: builder.places,
            byteClasses: ByteClasses(builder.transitions, places: builder.places))
    }

    private init(_ syntax: PatternSyntax, _ limits: PatternLimits) {
        self.syntax = syntax
        // Instructions are numbered in 32 bits.
        sizeMax = min(limits.instructionCountMax, 10_000_000)
    }

    private mutating func build() throws(TooLarge) {
        current = try append(.match)
        tasks = [.node(syntax.root)]
        while let task = tasks.popLast() {
            switch task {
            case .node(let node): try put(syntax.nodes[node])
            case .resume(let place): current = place
            case .setAside: alternatives.append(current)
            case .choose(let count):
                for place in alternatives.suffix(count).dropLast().reversed() {
                    current = try append(.split(place, current))
                }
                alternatives.removeLast(count)
            case .choosePassing(let place): current = try append(.split(current, place))
            case .closeLoop(let loop, let place, let mayPass):
                instructions[Int(loop)] = .split(current, place)
                if mayPass { current = loop }
            }
        }
    }

    private mutating func put(_ node: PatternSyntax.Node) throws(TooLarge) {
        switch node {
        case .empty: break
        case .literal(let codePoint):
            guard let scalar = Unicode.Scalar(codePoint) else {
                // A surrogate, which no text holds.
                current = try append([])
                return
            }
            for byte in UTF8.encode(scalar)?.reversed() ?? [] {
                current = try append([.init(lower: byte, upper: byte, target: current)])
            }
        case .oneOf(let number): try put(syntax.classes[number])
        case .anyByte: current = try append([.init(lower: 0, upper: 0xFF, target: current)])
        case .place(let place):
            places.formUnion(place)
            current = try append(.place(place, then: current))
        case .sequence(let nodes):
            for node in nodes { tasks.append(.node(node)) }
        case .choice(let nodes):
            tasks.append(.choose(count: nodes.count))
            // `choose` begins with `current`, which is the last alternative: so the first is done first.
            for node in nodes.reversed() {
                tasks.append(.setAside)
                tasks.append(.node(node))
                tasks.append(.resume(current))
            }
        case .repetition(let node, let bounds): try put(node, bounds)
        }
    }

    private mutating func put(_ node: Int, _ bounds: RepetitionBounds) throws(TooLarge) {
        if let upper = bounds.upper {
            for _ in 0..<bounds.lower { tasks.append(.node(node)) }
            for _ in bounds.lower..<upper {
                tasks.append(.choosePassing(current))
                tasks.append(.node(node))
            }
        } else {
            for _ in 0..<max(0, bounds.lower - 1) { tasks.append(.node(node)) }
            let loop = try append(.split(current, current))
            tasks.append(.closeLoop(loop, then: current, mayPass: bounds.lower == 0))
            tasks.append(.node(node))
            tasks.append(.resume(loop))
        }
    }

    private mutating func put(_ set: CodePointSet) throws(TooLarge) {
        var tree = UTF8Tree(end: current)
        current = try put(tree.root(of: set.sortedRuns), &tree)
    }

    /// Puts the states of a class into the program, those that follow first.
    private mutating func put(_ root: [UTF8Tree.Branch], _ tree: inout UTF8Tree) throws(TooLarge) -> Int32 {
        var numbers: [Int32] = []
        // The tree numbers a state after those that it leads to.
        for branches in tree.states {
            numbers.append(try append(transitions(of: branches, numbers, end: tree.end)))
        }
        return try append(transitions(of: root, numbers, end: tree.end))
    }

    private func transitions(
        of branches: [UTF8Tree.Branch], _ numbers: [Int32], end: Int32
    ) -> [PatternProgram.Transition] {
        branches.map { branch in
            .init(lower: branch.lower, upper: branch.upper, target: branch.state.map { numbers[$0] } ?? end)
        }
    }

    private mutating func append(_ outgoing: [PatternProgram.Transition]) throws(TooLarge) -> Int32 {
        let first = Int32(truncatingIfNeeded: transitions.count)
        let count = Int32(truncatingIfNeeded: outgoing.count)
        let number = try append(.bytes(first: first, count: count), size: max(1, outgoing.count))
        transitions.append(contentsOf: outgoing)
        return number
    }

    private mutating func append(
        _ instruction: PatternProgram.Instruction, size newSize: Int = 1
    ) throws(TooLarge) -> Int32 {
        size += newSize
        guard size <= sizeMax else { throw TooLarge() }
        instructions.append(instruction)
        return Int32(truncatingIfNeeded: instructions.count - 1)
    }
}
