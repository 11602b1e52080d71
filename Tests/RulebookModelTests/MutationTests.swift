import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("No change to a rulebook's text makes loading crash, or tell of a place that is not there")
struct MutationTests {
    private static let text = """
        rulebook: care
        title: {en: Care, sl: Skrb}
        version: 2026.11.0
        effective: {from: 2026-11-01, until: 2027-01-01}
        timeZone: Europe/Ljubljana
        currency: EUR
        unlisted: {escalate: senior}
        locales: [en, sl]
        settings:
          limit: {value: 20 EUR, title: Most}
          bags: {gold: {economy: 1}, regular: {economy: 0}}
          late: {choose: [{until: 2026-12-01, value: 5%}, {from: 2026-12-01, for: {customer.years: {over: 1}}, value: 6%}]}
        roles: [agent, senior]
        entities:
          agent: {role: role, skills: list(string)}
          customer: {tier: {enum: [gold, regular]}, years: {type: int, min: 0, max: 99, default: 1}, staff: bool}
        actions:
          coupon.issue: {about: customer, fields: {count: int, value: {type: money, min: 1 EUR}, wait: duration}}
        events:
          ring: {fields: {text: {type: string, private: true}}}
          loud: {is: ring, where: 'event.text == "hello"'}
          reviewed: {fields: {tone: {type: int, min: 1, max: 5, anchors: {1: rude, 5: kind}}}}
        phrases:
          greeting:
            title: Greeting
            en: {match: ["good (very) day/morning", "we * help~ {customer.tier}~"], say: "Hello {customer.tier}, hi"}
            sl: ["dober dan"]
          sent.away: {avoid: true, instead: greeting, en: {sentence: [next], except: ["next to", '24/7']}}
        scorecards:
          talk: {on: reviewed, items: {tone: {weight: 30, points: event.tone, of: 5}, sold: {bonus: 5, pass: event.tone > 3, when: event.tone > 1}}}
        standards:
          words: {on: ring, require: says("greeting") and timesSaid("sent.away") < 2, instead: greeting}
          marks: {on: reviewed, require: score("talk") >= "80%" and passesCritical("talk")}
          coupons.value: &shared
            title: Value
            because: "It's fair"
            on: coupon.issue
            for: {customer.tier: [gold, regular]}
            when: event.value <= settings.limit and not customer.staff
            unless: customer.staff
            require:
              few: event.count <= 3 # at most
              any value: >-
                event.value * settings.late
                < "5 EUR"
            otherwise: {escalate: senior}
            instead: {en: "Sorry, no", sl: Žal ne}
          coupons.count:
            on: [coupon.issue, {event: coupon.issue, where: size(event.id) > 3}]
            allowance:
              sum: event.count
              window: each
              steps: [{up_to: 1}, {under: settings.bags.gold.economy + 3, needs: reason}, {needs: approval, from: senior}]
          tone: {on: loud, manual: {tone: Was it kind?}}
        """

    private static let pieces = [
        "[", "]", "{", "}", ":", ": ", ", ", "- ", "\n", "\n  ", "\"", "'", "#", " #", "&a ", "*a", "!x ", "|", ">-",
        "~", "\t",
        "null", "true", "no", "event.", "customer", "is: ", "on: ", "for: {}", "9223372036854775808", "-1", "1e9",
        "5 USD",
        "%", "7d", "2026-02-30", "é", "🐸", "\u{0}", "\u{FEFF}", "(", ")", "&&", " and ", "coupon.issue", "loud",
        "choose: []", "*", "~", "{", "says(", "score(\"", "/", "match: ", "en: ",
        "settings.", "*", "?", "<<: ", "---\n",
    ].map { Array($0.utf8) }

    private func told(_ bytes: [UInt8]) -> (lines: [String], digest: String?) {
        let file = SourceFile(name: "test.yaml", utf8: bytes)
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(RulebookFiles(root: file), diagnostics: &diagnostics)
        let lines = diagnostics.sorted.map { diagnostic -> String in
            #expect(diagnostic.range.file === file)
            #expect(diagnostic.range.lowerBound <= diagnostic.range.upperBound)
            #expect(diagnostic.range.upperBound <= bytes.count)
            #expect(!diagnostic.message.isEmpty && !diagnostic.message.contains("\n"), "\(diagnostic.message)")
            for label in diagnostic.labels { #expect(label.range.upperBound <= bytes.count) }
            return
                "\(diagnostic.range.lowerBound)-\(diagnostic.range.upperBound) \(diagnostic.code) \(diagnostic.message)"
                + " \(diagnostic.help ?? "")"
        }
        #expect((rulebook == nil) == !lines.isEmpty)
        return (lines, rulebook?.digest)
    }

    @Test func theTextItselfLoads() {
        #expect(told(Array(Self.text.utf8)).lines == [])
    }

    /// Of 5,000 mutations, every tenth in debug builds, which take ten times as long.
    #if DEBUG
        private static let countPerSeed = 50
    #else
        private static let countPerSeed = 500
    #endif

    @Test(arguments: 0..<10)
    func survives(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let original = Array(Self.text.utf8)
        for number in 0..<Self.countPerSeed {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes.removeSubrange(place..<end)
                case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
                case 2: bytes.replaceSubrange(place..<end, with: Self.pieces.randomElement(using: &random) ?? [])
                case 3:
                    bytes.insert(contentsOf: original[min(place, original.count)..<min(end, original.count)], at: place)
                default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
                }
            }
            let first = told(bytes)
            // Reading is the same each time; a part of the cases shows it, for half the price.
            guard number % 5 == 0 else { continue }
            let second = told(bytes)
            #expect(first.lines == second.lines, "seed \(seed), case \(number)")
            #expect(first.digest == second.digest, "seed \(seed), case \(number)")
        }
    }
}
