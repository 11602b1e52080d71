import CEL
import RulebookModel

/// That a part of a key says how long what lies under the key lives.
struct KeyLife: Sendable {
    /// Which part of the key.
    let part: Int
    /// The lifetime's place among the rulebook's that are used.
    let lifetime: Int
}

/// A lifetime made ready to run.
struct LifetimeProgram: Sendable {
    /// Its place among those that are used.
    let index: Int
    /// The slot of the key's value.
    let slot: Int
    /// How long nothing may come before it is over, in nanoseconds; nil where it never is by itself.
    let idle: Int64?
}

/// What ends a life of a key.
struct LifeEnd: Sendable {
    let lifetime: LifetimeProgram
    let occasion: MemoryUpdate.Occasion
}
