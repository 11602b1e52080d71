/// What the programs of one compiled rulebook are known by: facts that were laid out for another are not theirs.
final class Compilation: Sendable {}
