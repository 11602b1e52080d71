import CEL
public import JSONSyntax
public import RulebookModel
import SourceText

/// Reads events in the event format and holds every member against the vocabulary.
public struct EventReader: Sendable {
    /// What came of reading one event.
    public struct Reading: Sendable {
        /// The event, or nil where something essential is wrong.
        public let event: Event?
        /// Everything that is wrong with it.
        public let problems: [InputProblem]
        /// Members that the vocabulary does not know: counted, not refused.
        public let unknownMembers: [String]
    }

    private let versions: RulebookVersions?
    private let layouts: [EventLayout]

    /// Makes a reader for a rulebook's events.
    public init(_ rulebook: Rulebook) { self.init(RulebookVersions(rulebook)) }

    /// Makes a reader for the events of a rulebook's versions: each is held against the vocabulary of its time.
    public init(_ versions: RulebookVersions) { self.init(versions.all.map { EventLayout($0) }, of: versions) }

    /// Makes a reader by layouts that were made before.
    ///
    /// - Parameters:
    ///   - layouts: one for each version.
    ///   - versions: the versions; nil where there is only one.
    init(_ layouts: [EventLayout], of versions: RulebookVersions? = nil) {
        self.layouts = layouts
        self.versions = versions
    }

    /// Reads one event.
    ///
    /// A member of a wrong type, an undeclared type of event and a value out of bounds are problems; such an event is not
    /// returned, since nothing unknown may count as kept.
    public func read(_ root: JSONNode) -> Reading {
        guard root.kind == .object else {
            let problem = InputProblem(
                code: .malformed, path: "", message: "an event is an object, not \(FactReader.kindName(root.kind))",
                help: "write {\"type\": …, \"data\": {…}}")
            return Reading(event: nil, problems: [problem], unknownMembers: [])
        }
        let document = root.document
        let layout = layouts[version(of: root)]
        return document.withView { view in
            var checks = EventChecks(layout: layout, document: document, view: view)
            let event = checks.read(root)
            return Reading(
                event: checks.problems.isEmpty ? event : nil, problems: checks.problems,
                unknownMembers: checks.unknownMembers)
        }
    }

    /// Begins an event from a row of another form.
    ///
    /// - Parameters:
    ///   - type: a string of the row that names the event's type.
    ///   - view: the row.
    /// - Returns: nil where the event must be read from a document in the event format.
    package func assembly(ofType type: NodeRecord, in view: JSONView) -> EventAssembly? {
        guard layouts.count == 1, let place = layouts[0].typeNames.place(of: type, in: view) else { return nil }
        return EventAssembly(layouts[0], typeIndex: place, in: view)
    }

    /// Begins an event of a type, by its place in the vocabulary, at which somebody has glanced.
    package func assembly(ofType type: Int, in view: JSONView) -> EventAssembly? {
        layouts.count == 1 ? EventAssembly(layouts[0], typeIndex: type, in: view) : nil
    }

    /// The version of an event's time; the newest where it tells none that can be read.
    private func version(of root: JSONNode) -> Int {
        guard layouts.count > 1, let versions,
            let instant = root["time"]?.string.flatMap({ CELTimestamp(parsing: $0) })
        else { return layouts.count - 1 }
        return versions.index(at: instant)
    }
}

extension FactReader {
    /// Reads the facts of a rulebook's events.
    convenience init(_ rulebook: Rulebook) {
        self.init(
            literal: rulebook.symbols.literal, currency: rulebook.currency,
            records: RecordTypes(vocabulary: rulebook.vocabulary))
    }
}
