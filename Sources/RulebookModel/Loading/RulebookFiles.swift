public import SourceText

/// The files of a rulebook, read by the caller: loading itself touches no file system.
public struct RulebookFiles: Sendable {
    /// The file that holds the key `rulebook:`.
    public let root: SourceFile
    /// The other YAML files beside it, by path relative to the root's folder, with `/` between.
    public let others: [String: SourceFile]

    /// Makes a set of files.
    ///
    /// - Parameters:
    ///   - root: the file with the key `rulebook:`.
    ///   - others: files that `include:` may name, by relative path.
    public init(root: SourceFile, others: [String: SourceFile] = [:]) {
        self.root = root
        self.others = others
    }

    /// The files that a path of `include:` names, in order of path; `*` stands for any characters but `/`.
    func matching(_ pattern: String) -> [(path: String, file: SourceFile)] {
        let wanted = Array((pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern).utf8)
        return others.filter { Self.matches(Array($0.key.utf8)[...], wanted[...]) }
            .sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    /// Whether a name is what a pattern stands for; `*` stands for any characters but `/`.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        matches(Array(name.utf8)[...], Array(pattern.utf8)[...])
    }

    /// Glob matching with one wildcard, by remembering the last star: linear in practice, quadratic at worst.
    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var position = text.startIndex
        var index = pattern.startIndex
        var star: (pattern: Int, text: Int)?
        while position < text.endIndex {
            if index < pattern.endIndex, pattern[index] == UInt8(ascii: "*") {
                star = (index + 1, position)
                index += 1
            } else if index < pattern.endIndex, pattern[index] == text[position] {
                index += 1
                position += 1
            } else if let last = star, text[last.text] != UInt8(ascii: "/") {
                star = (last.pattern, last.text + 1)
                index = last.pattern
                position = last.text + 1
            } else {
                return false
            }
        }
        while index < pattern.endIndex, pattern[index] == UInt8(ascii: "*") { index += 1 }
        return index == pattern.endIndex
    }
}
