import RulebookEngine
import RulebookModel
import SourceText

/// Composes the register: files, versions, standards, and the documents that they carry out.
struct RegisterComposer {
    let teller: HandbookTeller
    let versions: CompiledVersions
    let version: Int

    private var words: HandbookWords { teller.words }
    private var rulebook: Rulebook { teller.rulebook }

    func chapters() -> [Handbook.Chapter] {
        let parts: [(id: String, title: String, table: HandbookTable)] = [
            ("documents", words.documents, files), ("versions", words.versions, publishedVersions),
            ("standards", words.standards, standards), ("sources", words.sources, sources),
        ]
        return parts.filter { !$0.table.rows.isEmpty }.enumerated().map { index, part in
            Handbook.Chapter(
                id: part.id, number: index + 1, title: HandbookText(part.title), blocks: [.table(part.table)])
        }
    }

    private var files: HandbookTable {
        let rows = zip(rulebook.files, rulebook.paths).map { file, path in
            let own = rulebook.standards.filter { $0.range.file == file }
            return [
                HandbookText(path, .name), HandbookText(teller.language.marks.text(own.count)),
                HandbookText(owners(own)), HandbookText(FileDigest.of(file), .name),
            ]
        }
        return HandbookTable(
            caption: HandbookText(""), columns: [words.document, words.standardCount, words.owner, words.digest],
            rows: rows)
    }

    private var publishedVersions: HandbookTable {
        let rows = versions.versions.all.enumerated().map { index, published in
            [
                HandbookText(published.version + (index == version ? " (\(words.shown))" : "")),
                HandbookText(teller.period(published.effective) ?? words.always),
                HandbookText(owners(published.standards)), HandbookText(published.digest, .name),
            ]
        }
        return HandbookTable(
            caption: HandbookText(""), columns: [words.version, words.inForce, words.owner, words.digest], rows: rows)
    }

    private var standards: HandbookTable {
        let byID = Dictionary(uniqueKeysWithValues: rulebook.standards.map { ($0.id, $0) })
        let tellers = StandardTeller(teller: teller, examples: .none, detail: [])
        let rows = rulebook.handbook.order.compactMap { byID[$0] }.map { standard in
            let inForce = teller.period(standard.effective) ?? teller.period(rulebook.effective) ?? words.always
            return [
                HandbookText(standard.id, .name), tellers.title(standard), HandbookText(severity(standard.severity)),
                HandbookText(standard.owner ?? "–"), HandbookText(inForce),
            ]
        }
        return HandbookTable(
            caption: HandbookText(""),
            columns: [words.standard, words.titleWord, words.severity, words.owner, words.inForce], rows: rows)
    }

    private var sources: HandbookTable {
        var order: [String] = []
        var ids: [String: [String]] = [:]
        for standard in rulebook.standards {
            guard let source = standard.source.map(teller.reference) else { continue }
            if ids[source] == nil { order.append(source) }
            ids[source, default: []].append(standard.id)
        }
        let rows = order.sorted().map { source in
            [HandbookText(source), HandbookText((ids[source] ?? []).joined(separator: ", "), .name)]
        }
        return HandbookTable(caption: HandbookText(""), columns: [words.source, words.standardCount], rows: rows)
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .minor: words.minor
        case .major: words.major
        case .critical: words.critical
        }
    }

    private func owners(_ standards: [Standard]) -> String {
        let names = Set(standards.compactMap(\.owner)).sorted()
        return names.isEmpty ? "–" : names.joined(separator: ", ")
    }
}
