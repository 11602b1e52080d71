import ArgumentParser
import Leeway

/// `leeway init`: a rulebook to begin with.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a small rulebook to begin with; nothing is ever written over.",
        usage: "leeway init [<options>] <dir>",
        discussion: """
            Example:
              leeway init care
            """)

    @OptionGroup var appearance: AppearanceOptions

    @Argument(help: ArgumentHelp("The folder, which must be new or empty.", valueName: "dir"), completion: .directory)
    var folder: String

    func run() throws {
        let console = appearance.console
        try console.run { () throws(LeewayError) in
            let files = try StarterRulebook.write(to: folder)
            var text = files.map { "wrote \($0)\n" }.joined()
            text += "\nnext:\n  leeway lint \(folder)\n  leeway test \(folder)\n"
            text += "  leeway check --rulebook \(folder) \(folder)/examples/coupon.json\n"
            try console.write(text)
            return .success
        }
    }
}
