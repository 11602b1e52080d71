import CEL
import TestSupport
import Testing

@Suite("The table of functions tells all that there are, and no more")
struct FunctionsTests {
    /// What an environment has: each form and each macro.
    private struct Inventory {
        var forms: Set<String> = []
        var macros: Set<String> = []

        init() {}

        init(_ libraries: Set<CELLibrary>) {
            let environment = CELEnvironment(options: CELOptions(libraries: libraries))
            for (name, forms) in environment.functionForms { self.forms.formUnion(forms.map { "\(name): \($0)" }) }
            macros = Set(environment.macroNames)
        }
    }

    private static func rows() throws -> [Article.Row] {
        try Article("Sources/CEL/CEL.docc/Articles/Functions.md").rows.filter { $0.cells.first?.hasPrefix("`") == true }
    }

    @Test("each section has the forms of its library, and the others those of the language")
    func forms() throws {
        let standard = Inventory([])
        var told: [CELLibrary?: Inventory] = [:]
        for row in try Self.rows() {
            try #require(row.cells.count == 3, "line \(row.line)")
            let name = try #require(Article.codeSpans(row.cells[0]).first)
            let library = Article.codeSpans(row.heading).first.flatMap(CELLibrary.init(rawValue:))
            let all = library.map { Inventory([$0]) } ?? standard
            if all.macros.contains(name) {
                told[library, default: Inventory()].macros.insert(name)
            } else {
                let forms = Article.codeSpans(row.cells[1]).map { "\(name): \($0)" }
                #expect(told[library, default: Inventory()].forms.isDisjoint(with: forms), "line \(row.line)")
                told[library, default: Inventory()].forms.formUnion(forms)
            }
        }
        for library in [nil] + CELLibrary.allCases.map(Optional.some) {
            let all = library.map { Inventory([$0]) } ?? standard
            let here = told[library] ?? Inventory()
            let (forms, macros) =
                library == nil
                ? (all.forms, all.macros)
                : (all.forms.subtracting(standard.forms), all.macros.subtracting(standard.macros))
            let title = library?.rawValue ?? "the language"
            #expect(forms.subtracting(here.forms).sorted() == [], "missing in \(title)")
            #expect(here.forms.subtracting(forms).sorted() == [], "invented in \(title)")
            #expect(macros.subtracting(here.macros).sorted() == [], "macros missing in \(title)")
        }
    }

    @Test("each is described in a sentence, and each group says where its meaning comes from")
    func descriptions() throws {
        let rows = try Self.rows()
        for row in rows { #expect(row.cells.count == 3 && row.cells[2].hasSuffix("."), "line \(row.line)") }
        let lines = try Article("Sources/CEL/CEL.docc/Articles/Functions.md").lines
        for heading in Set(rows.map(\.heading)) {
            #expect(lines.contains { $0.heading == heading && $0.text.hasPrefix("Source: ") }, "\(heading)")
        }
    }

    @Test("a function of the host is listed with the rest, in the form in which it is called")
    func listing() {
        var declarations = CELDeclarations()
        declarations.function("twice", style: .member) { (text: String) in text + text }
        declarations.function("desk.open") { (hour: Int64) in hour > 8 }
        let listed = CELEnvironment(declarations).functionForms
        let forms = Dictionary(listed.map { ($0.name, $0.forms) }, uniquingKeysWith: +)
        #expect(forms["twice"] == ["string.twice() → string"])
        #expect(forms["desk.open"] == ["desk.open(int) → bool"])
        #expect(forms["-"]?.contains("-int → int") == true)
        #expect(forms[".?"] == nil)
        #expect(listed.map(\.name) == listed.map(\.name).sorted())
    }
}
