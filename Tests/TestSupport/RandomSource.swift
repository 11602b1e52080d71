/// Random choices, the same for the same seed.
public struct RandomSource {
    private var generator: SeededGenerator

    /// Starts at a seed.
    public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// A number from 0 on, below another that is at least 1.
    public mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    /// True in so many cases of a hundred.
    public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several.
    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Some of several, in any order.
    public mutating func some<Element>(_ elements: [Element], atLeast count: Int = 1) -> [Element] {
        Array(shuffled(elements).prefix(count + below(elements.count - count + 1)))
    }

    /// All of several, in any order.
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &generator) }
}
