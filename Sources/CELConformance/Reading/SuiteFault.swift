/// Why a file of the suite, or the folder, cannot be read, and where.
package struct SuiteFault: Error, Sendable, Hashable {
    /// The kinds of fault.
    package enum Kind: Sendable, Hashable {
        /// The folder does not exist or holds no file of tests.
        case noSuchInput
        /// The file is there and cannot be opened.
        case unreadable
        /// The file is not in the suite's format.
        case malformed
    }

    /// What kind of fault it is.
    package let kind: Kind
    /// The file or folder.
    package let path: String
    /// The line and column of the fault, from 1, where it is in a text.
    package let place: Place?
    /// What is wrong.
    package let message: String

    /// A place in a text.
    package struct Place: Sendable, Hashable {
        /// The line, from 1.
        package let line: Int
        /// The column in Unicode scalars, from 1.
        package let column: Int
    }
}

extension SuiteFault: CustomStringConvertible {
    /// `path:line:column: message`.
    package var description: String {
        "\(path)\(place.map { ":\($0.line):\($0.column)" } ?? ""): \(message)"
    }
}
