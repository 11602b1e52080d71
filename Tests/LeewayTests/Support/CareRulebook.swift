import Foundation
import Leeway
import TestSupport

/// The rulebook that beginners get, in a folder of its own.
func careFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try StarterRulebook.write(to: folder.url.appending(path: "care").path)
    return folder
}

/// A place to ask about the rulebook that beginners get.
func carePoint() throws -> DecisionPoint {
    let folder = try careFolder()
    return try DecisionPoint(rulebookAt: folder.url.appending(path: "care").path)
}
