import CEL
import RulebookModel

/// Tells the value of a setting that depends on dates or facts, as a table.
struct SettingTeller {
    let teller: HandbookTeller

    func title(_ setting: Setting) -> String {
        setting.title.map(teller.string) ?? HandbookTeller.readAloud(setting.name)
    }

    /// The rows of a choice, or the entries of a table by its keys.
    func table(_ setting: Setting, keys: [String]) -> HandbookTable {
        let caption = HandbookText(title(setting))
        switch setting.content {
        case .choice(let rows):
            return HandbookTable(
                caption: caption, columns: [teller.words.valueDepends, teller.words.valueIs],
                rows: rows.map { [HandbookText(conditions(of: $0)), HandbookText(teller.value($0.value))] })
        case .constant(let value):
            var rows: [[HandbookText]] = []
            add(value, under: [], depth: keys.count, to: &rows)
            return HandbookTable(caption: caption, columns: keys + [teller.words.valueIs], rows: rows)
        }
    }

    private func add(_ value: CELValue, under names: [String], depth: Int, to rows: inout [[HandbookText]]) {
        guard names.count < depth, case .map(let map) = value else {
            let padding = Array(repeating: "", count: depth - names.count)
            rows.append((names + padding + [teller.value(value)]).map { HandbookText($0) })
            return
        }
        for (key, inner) in zip(map.keys, map.values) {
            add(inner, under: names + [teller.value(key)], depth: depth, to: &rows)
        }
    }

    private func conditions(of row: ChoiceRow) -> String {
        let cells = row.cells.map { "\(teller.fact($0.path)): \(test($0.test))" }
        let parts = cells + [teller.period(row.period)].compactMap { $0 }
        return parts.isEmpty ? teller.words.always : parts.joined(separator: "; ")
    }

    private func test(_ test: ChoiceCell.Test) -> String {
        let words = teller.words
        func amount(_ value: CELValue) -> String { teller.language.amount(teller.amount(value), .bounded) }
        switch test {
        case .anyOf(let values): return values.map(teller.value).joined(separator: " \(words.or) ")
        case .band(let lower, let lowerIncluded, let upper, let upperIncluded):
            let low = lower.map { (lowerIncluded ? words.atLeast : words.over).filled(["amount": amount($0)]) }
            let high = upper.map { (upperIncluded ? words.atMost : words.under).filled(["amount": amount($0)]) }
            return [low, high].compactMap { $0 }.joined(separator: " \(words.and) ")
        }
    }
}
