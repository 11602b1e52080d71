/// Composes the regulation: the whole rulebook in its fixed chapters, with who answers for what and whence it comes.
struct RegulationComposer {
    let teller: HandbookTeller

    func chapters() -> [Handbook.Chapter] {
        BookletComposer(teller: teller, examples: .none, detail: .record).chapters()
    }
}
