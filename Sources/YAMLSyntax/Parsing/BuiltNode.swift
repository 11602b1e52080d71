/// A finished node with what a reader that follows every alias would meet in it.
struct BuiltNode {
    /// Its number.
    let node: UInt32
    /// Nodes, itself included.
    let nodeCount: Int
    /// Bytes of text in its scalars.
    let textByteCount: Int
    /// Levels of lists and maps, itself included; 0 for a scalar.
    let height: Int
}
