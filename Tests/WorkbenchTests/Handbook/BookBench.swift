import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

/// A small rulebook from which books are made, and their words as plain lines.
struct BookBench {
    static let text = """
        rulebook: shop
        title: {en: Our shop, sl: Naša trgovina}
        version: 7
        effective: {from: 2026-11-01}
        timeZone: Europe/Ljubljana
        currency: EUR
        unlisted: {escalate: boss}
        roles: [agent, lead, boss]
        settings:
          coupon_max: {value: 20 EUR, title: The value of a coupon}
          loyalty:
            title: {en: Discount by years, sl: Popust po letih}
            choose:
              - {for: {customer.years: {under: 1}}, value: 5%}
              - {for: {customer.years: {at_least: 1}}, value: 10%}
          taxi: {choose: [{until: 2026-12-01, value: 60 EUR}, {from: 2026-12-01, value: 80 EUR}]}
          bags: {regular: {economy: 1}, gold: {economy: 3}}
        calendars: {office: {mon-fri: "08:00-16:00"}}
        entities:
          agent: {role: role}
          customer: {tier: {enum: [regular, gold]}, years: {type: int, title: Full years}, staff: bool}
          item: {name: string, in_stock: bool}
        actions:
          coupon.issue:
            title: {en: Issue a coupon, sl: Izdaja kupona}
            about: customer
            fields: {count: {type: int, min: 1, title: {en: How many, sl: Koliko}}, value: money}
          refund.pay: {title: Pay a refund, fields: {amount: money, sure: bool}}
          discount.grant: {title: Grant a discount, about: customer, fields: {rate: percent}}
          taxi.pay: {title: Pay a taxi, fields: {amount: money}}
          bag.take: {title: Take a bag, about: customer, fields: {count: int, cabin: {enum: [economy]}, items: list(item)}}
          call.end: {title: End the call}
        events:
          call.began: {title: A call began}
          hello: {title: We said hello}
          hold.began: {title: The line is held}
          hold.ended: {title: The line is free}
          asked: {title: A customer asked, fields: {due: timestamp}}
          answered: {title: We answered, fields: {wait: duration, kind: string}}
        standards:
        """

    let versions: CompiledVersions
    let tests: [TestFile]

    init(_ standards: String, handbook: String = "", tests: String? = nil) throws {
        let body = standards.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        let text = "\(Self.text)\n\(body.joined(separator: "\n"))\n\(handbook)"
        try self.init(text: text, tests: tests)
    }

    init(text: String, tests: String? = nil) throws {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "shop/rulebook.yaml", text: text)), diagnostics: &diagnostics)
        #expect(!diagnostics.hasErrors, "\(PlainRenderer().render(diagnostics.sorted))")
        versions = CompiledVersions(try #require(rulebook))
        let reader = TestReader(versions.versions)
        self.tests = try [tests].compactMap { $0 }.map { text in
            var found = DiagnosticCollector()
            let file = reader.read(SourceFile(name: "tests.yaml", text: text), diagnostics: &found)
            #expect(!found.hasErrors, "\(PlainRenderer().render(found.sorted))")
            return try #require(file)
        }
    }

    func book(_ kind: HandbookKind = .booklet, role: String? = nil, locale: String = "en") throws -> Handbook {
        try HandbookMaker(versions, version: 0, tests: tests).make(kind, role: role, locale: locale)
    }

    /// The lines of a book's chapters.
    func lines(_ kind: HandbookKind = .booklet, role: String? = nil, locale: String = "en") throws -> [String] {
        try book(kind, role: role, locale: locale).lines
    }
}

extension Handbook {
    /// The words of the chapters, a line each; no-break spaces as plain ones.
    var lines: [String] {
        chapters.flatMap { chapter in
            ["\(chapter.number.map { "\($0) " } ?? "")\(chapter.title.plain)"] + chapter.blocks.flatMap(\.lines)
        }.map { $0.replacing("\u{A0}", with: " ") }
    }
}

extension HandbookBlock {
    var lines: [String] {
        switch self {
        case .paragraph(let text, _), .heading(let text): [text.plain]
        case .item(let label, let text): ["\(label): \(text.plain)"]
        case .list(let label, let points): ["\(label):"] + points.flatMap { $0.lines("- ") }
        case .steps(let label, let steps): ["\(label):"] + steps.enumerated().map { "\($0 + 1). \($1.plain)" }
        case .table(let table):
            (table.caption.isEmpty ? [] : ["[\(table.caption.plain)]"])
                + ["| \(table.columns.joined(separator: " | "))"]
                + table.rows.map { "| " + $0.map(\.plain).joined(separator: " | ") }
        case .speech(let label, let text, _): ["\(label): “\(text.plain)”"]
        case .rule(let rule):
            [([rule.number, rule.title.plain] + rule.marks.map { "(\($0.text))" }).joined(separator: " ")]
                + rule.blocks.flatMap(\.lines)
        }
    }
}

extension HandbookBlock.Point {
    func lines(_ margin: String) -> [String] { [margin + text.plain] + points.flatMap { $0.lines("  " + margin) } }
}
