import Foundation
import TestSupport
import Testing

@Suite("A rulebook is made into books")
struct HandbookCommandTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    @Test("a booklet for a role, in a language, and the same bytes again")
    func booklet() throws {
        let arguments = [
            "handbook", "--rulebook", "Policies/retail-care", "--role", "agent", "--locale", "sl", "--format",
            "markdown",
        ]
        let run = try runLeeway(arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("# Standardi skrbi za stranke v trgovini\n"))
        #expect(run.output.contains("Za vlogo: svetovalec"))
        #expect(run.output.contains("| od 5 do 10 | z odobritvijo: nadzornik ali višje |"))
        #expect(run.output.contains("| Število kuponov: 2; raven stranke: običajna | potreben je razlog |"))
        #expect(run.output.contains("sha256:"))
        #expect(try runLeeway(arguments).output == run.output)
    }

    @Test("a book goes into a file")
    func file() throws {
        let run = try care.run("handbook", "--rulebook", "care", "--kind", "card", "--output", "card.html")
        #expect(run.status == 0)
        #expect(run.errors == "the book went to card.html\n")
        let page = try String(contentsOf: care.url.appending(path: "card.html"), encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    }

    @Test("the register names files by their place in the rulebook's folder, wherever that lies")
    func register() throws {
        let inside = try care.run("handbook", "--rulebook", "care", "--kind", "register", "--format", "markdown")
        let path = care.url.appending(path: "care").path
        let outside = try care.run("handbook", "--rulebook", path, "--kind", "register", "--format", "markdown")
        #expect(inside.output == outside.output)
        #expect(inside.output.contains("<code>standards/goodwill.yaml</code>"))
    }

    @Test("T27: a regulation without its chapters is an error with its place and the way to mend it")
    func regulation() throws {
        let run = try runLeeway(["handbook", "--rulebook", "Policies/retail-care", "--kind", "regulation"])
        #expect(run.status == 65)
        #expect(
            run.errors.contains(
                "error[HB0101]: a regulation has a chapter `nonstandard` (Situations outside the rules)"))
        #expect(run.errors.contains("--> Policies/retail-care/handbook.yaml:"))
    }

    @Test(
        "an unknown role or language is refused",
        arguments: [
            (["--role", "agnet"], "there is no role `agnet`\n  help: did you mean `agent`?"),
            (
                ["--locale", "de"],
                "there is no language of handbooks `de`\n  help: books are made in af, en, lv, ru, sl"
            ),
        ])
    func unknown(_ arguments: [String], _ message: String) throws {
        let run = try runLeeway(["handbook", "--rulebook", "Policies/retail-care"] + arguments)
        #expect(run.status == 64 || run.status == 65)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("every policy of the repository gives a booklet, and cards in every language", arguments: policyFolders())
    func policies(_ folder: String) throws {
        for (kind, locale) in [
            ("booklet", "en"), ("register", "ru"), ("card", "en"), ("card", "sl"), ("card", "af"), ("card", "lv"),
            ("card", "ru"),
        ] {
            let run = try runLeeway([
                "handbook", "--rulebook", folder, "--kind", kind, "--locale", locale, "--format", "markdown",
            ])
            #expect(run.status == 0, "\(folder) \(kind) \(locale): \(run.output.prefix(400))")
            #expect(run.output.contains("# "))
        }
    }
}
