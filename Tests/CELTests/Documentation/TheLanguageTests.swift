import CEL
import TestSupport
import Testing

@Suite("The guide to the language shows what happens")
struct TheLanguageTests {
    private static let path = "Sources/CEL/CEL.docc/Articles/TheLanguage.md"

    /// The facts that the guide tells, and an environment that knows them.
    private struct Facts {
        let environment: CELEnvironment
        let variables: [String: CELValue]

        init(_ article: Article) throws {
            let options = CELOptions(libraries: Set(CELLibrary.allCases))
            var declarations = CELDeclarations()
            var fields: [String: [(field: CELRecordType.Field, value: CELValue)]] = [:]
            var variables: [String: CELValue] = [:]
            for row in article.rows where row.heading == "Overview" && row.cells[0] != "fact" {
                let names = row.cells[0].trimming("`").split(separator: ".").map(String.init)
                let type = Self.type(row.cells[1].trimming("`"))
                let value: CELValue
                if row.cells[2] == "not known" {
                    value = .unknown(CELUnknown(CELAttributePath(names)))
                } else {
                    let bare = CELEnvironment(options: options)
                    let expression = try #require(bare.compile(row.cells[2].trimming("`")).expression)
                    value = bare.program(for: expression).evaluate([:])
                }
                if names.count == 2 {
                    fields[names[0], default: []].append((CELRecordType.Field(names[1], type), value))
                } else {
                    declarations.variable(names[0], type)
                    variables[names[0]] = value
                }
            }
            for (name, fields) in fields {
                let type = CELRecordType(name, fields: fields.map(\.field))
                declarations.record(type)
                declarations.variable(name, .record(name))
                variables[name] = .record(CELRecord(type, fields.map(\.value)))
            }
            self.environment = CELEnvironment(declarations, options: options)
            self.variables = variables
        }

        private static func type(_ text: String) -> CELType {
            switch text {
            case "timestamp": .timestamp
            case "duration": .duration
            default: TypeReader.read(text)
            }
        }

        /// What an expression comes to, in the notation of the guide.
        func outcome(of source: String) -> String {
            let checking = environment.compile(source)
            guard let expression = checking.expression else {
                return "does not check: \(checking.issues.map(\.message).joined(separator: "; "))"
            }
            switch environment.program(for: expression).evaluate(variables) {
            case .error(let error): return "error: \(error.message)"
            case .unknown(let unknown):
                return "unknown: \(unknown.paths.map(\.description).joined(separator: ", "))"
            case let value: return "`\(environment.text(of: value))`"
            }
        }
    }

    @Test("every expression gives what stands behind its arrow")
    func evaluates() throws {
        let article = try Article(Self.path)
        let facts = try Facts(article)
        var count = 0
        for line in article.lines where line.text.hasPrefix("- ") {
            let parts = line.text.dropFirst(2).split(separator: "` → ", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[0].hasPrefix("`") else {
                Issue.record("line \(line.line) shows no expression with its value")
                continue
            }
            let source = String(parts[0].dropFirst())
            let outcome = facts.outcome(of: source)
            #expect(outcome == parts[1], "line \(line.line): \(source)")
            count += 1
        }
        #expect(count > 100)
    }

    @Test("every mistake gives the message that is shown, at the place that is marked")
    func reports() throws {
        let article = try Article(Self.path)
        let facts = try Facts(article)
        for block in article.blocks {
            let source = try #require(block.lines.first)
            let issue = try #require(facts.environment.compile(source).issues.first, "line \(block.line): \(source)")
            let place = String(repeating: " ", count: issue.range.lowerBound)
            let mark = String(repeating: "^", count: max(1, issue.range.count))
            let shown = [source, "\(place)\(mark) \(issue.message)"] + (issue.help.map { ["help: \($0)"] } ?? [])
            #expect(block.lines == shown, "line \(block.line)")
        }
        #expect(article.blocks.count > 8)
    }
}

extension String {
    /// The text without a character at both ends.
    fileprivate func trimming(_ character: Character) -> String {
        String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
    }
}
