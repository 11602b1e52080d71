#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import JSONSyntax

/// The few things that are asked of the file system, with errors that say which file.
enum FileSystem {
    /// What stands under a path.
    enum Kind: Equatable {
        case file
        case folder
        case symbolicLink
        /// A pipe, a terminal, a device: something to read from once.
        case stream
    }

    /// What stands under a path, links followed; nil where nothing does.
    static func kind(of path: String) throws(LeewayError) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .cannotRead(path: path, reason: reason(errno))
        }
        return kind(status)
    }

    /// What stands under a path, a link being a link; nil where nothing does.
    static func ownKind(of path: String) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return kind(status)
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .stream
        }
    }

    /// The path with all links and dots resolved; nil where something on it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The names in a folder, sorted, without hidden ones; more names than the limit are an error.
    static func names(in folder: String, countMax: Int) throws(LeewayError) -> [String] {
        guard let directory = opendir(folder) else { throw .cannotRead(path: folder, reason: reason(errno)) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            guard !name.hasPrefix(".") else { continue }
            guard names.count < countMax else {
                throw .tooLarge(path: folder, limit: "a folder may hold at most \(countMax) entries")
            }
            names.append(name)
        }
        return names.sorted()
    }

    /// The whole of a file; a longer file than the limit is an error.
    static func contents(of path: String, byteCountMax: Int) throws(LeewayError) -> [UInt8] {
        let file = try OpenFile(reading: path)
        return try file.contents(byteCountMax: byteCountMax)
    }

    /// Writes a new file; one that is there already is an error.
    static func create(_ path: String, _ bytes: [UInt8]) throws(LeewayError) {
        let file = try OpenFile(creating: path, replacing: false)
        try file.write(bytes)
        try file.close()
    }

    /// Puts another content into a file, which is there as a whole before and after; links and permissions stay.
    static func replace(_ path: String, with bytes: [UInt8]) throws(LeewayError) {
        guard let place = resolved(path) else { throw .noSuchFile(path: path, help: nil) }
        var status = stat()
        guard stat(place, &status) == 0 else { throw .cannotRead(path: path, reason: reason(errno)) }
        let partial = place + ".partial"
        do throws(LeewayError) {
            let file = try OpenFile(creating: partial, replacing: true)
            try file.write(bytes)
            try file.close()
            guard chmod(partial, status.st_mode & 0o7777) == 0, rename(partial, place) == 0 else {
                throw .cannotWrite(path: path, reason: reason(errno))
            }
        } catch {
            _ = unlink(partial)
            throw error
        }
    }

    /// Makes a folder; one that is there already is left as it is.
    static func makeFolder(_ path: String) throws(LeewayError) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw .cannotWrite(path: path, reason: reason(errno))
    }

    /// The system's words for an error, lower case.
    static func reason(_ code: Int32) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// Two parts of a path, with one slash between them.
    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
