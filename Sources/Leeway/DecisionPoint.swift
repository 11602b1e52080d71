/// Where an action is decided: a rulebook, ready to be asked.
///
/// ```swift
/// let point = try DecisionPoint(rulebookAt: "Policies/retail-care")
/// let decision = try point.check(json: #"{"type": "coupon.issue", "data": {"count": 2}}"#)
/// if decision.outcome > .justify { print(point.explain(decision)) }
/// ```
///
/// A value that threads may share. It reads the rulebook once and touches no file afterwards; the same event always gets
/// the same decision.
public struct DecisionPoint: Sendable {
    /// The versions of the rulebook, ready to decide.
    public let compiled: CompiledVersions
    /// What is probably not meant in the rulebook's texts.
    public let warnings: [Diagnostic]
    /// Reads events from texts.
    private let texts: SharedEventTexts
    /// What happened before; nil where nobody knows, and what standards ask of it is undetermined.
    public internal(set) var memory: VersionedState?

    /// The rulebook, in its newest version.
    public var rulebook: Rulebook { compiled.versions.newest }

    /// Loads a rulebook from a folder, or from a file.
    ///
    /// - Throws: ``LeewayError``, with every error in the rulebook's texts.
    public init(rulebookAt path: String) throws(LeewayError) {
        let (versions, warnings) = try RulebookDirectory.load(path)
        self.init(versions: versions, warnings: warnings)
    }

    /// Takes a rulebook of one version that was loaded in another way.
    public init(rulebook: Rulebook, warnings: [Diagnostic] = []) {
        self.init(versions: RulebookVersions(rulebook), warnings: warnings)
    }

    /// Takes the versions of a rulebook that were loaded in another way.
    public init(versions: RulebookVersions, warnings: [Diagnostic] = []) {
        compiled = CompiledVersions(versions)
        texts = SharedEventTexts(compiled.reader)
        self.warnings = warnings
    }

    /// The rulebook in the version of an event's time; the newest where it has none.
    public func rulebook(at time: CELTimestamp?) -> Rulebook {
        guard let time else { return rulebook }
        return compiled.versions.all[compiled.versions.index(at: time)]
    }

    // MARK: Reading events

    /// Reads an event of the event format.
    ///
    /// - Parameters:
    ///   - json: the event, a JSON object.
    ///   - name: the name under which problems are reported.
    /// - Returns: the event, ready to be decided.
    /// - Throws: ``LeewayError/unreadableEvent(_:)``, with everything that is wrong with it.
    public func event(json: String, named name: String = "event") throws(LeewayError) -> Event {
        try event(utf8: Array(json.utf8), named: name)
    }

    /// Reads an event of the event format, in UTF-8.
    public func event(utf8: [UInt8], named name: String = "event") throws(LeewayError) -> Event {
        let reading: EventReader.Reading
        do throws(JSONParsingError) {
            reading = try texts.read(utf8)
        } catch {
            throw Self.unreadable(error, named: name)
        }
        return try event(reading, named: name)
    }

    /// Reads an event that was parsed or put together already.
    public func event(_ node: JSONNode, named name: String = "event") throws(LeewayError) -> Event {
        try event(compiled.reader.read(node), named: name)
    }

    private func event(_ reading: EventReader.Reading, named name: String) throws(LeewayError) -> Event {
        guard let event = reading.event else {
            throw .unreadableEvent(EventProblems(input: name, line: nil, problems: reading.problems))
        }
        return event
    }

    /// Parses a JSON text that holds one value.
    public static func document(utf8: [UInt8], named name: String) throws(LeewayError) -> JSONDocument {
        do throws(JSONParsingError) {
            return try JSONDocument.parse(utf8, byteOrderMark: .skipped)
        } catch {
            throw Self.unreadable(error, named: name)
        }
    }

    private static func unreadable(_ error: JSONParsingError, named name: String) -> LeewayError {
        .unreadableEvent(
            EventProblems(input: name, line: error.line, problems: [InputProblem(error, place: .column)]))
    }

    // MARK: Deciding

    /// Decides one event.
    public func check(_ event: Event) -> Decision { compiled.makeDecider(memory: memory).decide(event) }

    /// Reads one event and decides it.
    ///
    /// - Throws: ``LeewayError/unreadableEvent(_:)``; a refusal is a decision, not an error.
    public func check(json: String) throws(LeewayError) -> Decision { try check(event(json: json)) }

    /// Finds what may be done instead of an action that is not plainly allowed, each verified by deciding it.
    public func counterOffers(for decision: Decision) -> CounterOffers {
        CounterOfferFinder(compiled[decision.version], memory: memory?[decision.version]).find(for: decision)
    }

    /// Finds what an agent may do with an action: which choices are allowed, justified and approvable.
    ///
    /// - Parameter event: the action with the facts of the situation; the fields that it leaves open are explored.
    /// - Returns: what the action comes to, field by field.
    public func options(for event: Event) -> ActionOptions { compiled.options(for: event, memory: memory) }

    // MARK: Telling

    /// Everything that there is to tell about a decision.
    ///
    /// - Parameters:
    ///   - decision: a decision of this rulebook.
    ///   - offers: what may be done instead, where somebody looked for it.
    /// - Returns: what renderers give a form.
    public func report(on decision: Decision, offers: CounterOffers? = nil) -> DecisionReport {
        let version = compiled[decision.version]
        return DecisionReport(decision, explainer: Explainer(version), offers: offers, rulebook: version.rulebook)
    }

    /// Tells people what was decided, why, what may be done instead, and what to say.
    ///
    /// - Parameters:
    ///   - decision: a decision of this rulebook.
    ///   - locale: the language of the rulebook's texts; nil takes the first that it gives.
    /// - Returns: lines for a terminal or a log, without colours.
    public func explain(_ decision: Decision, locale: String? = nil) -> String {
        let offers = decision.outcome == .allow ? nil : counterOffers(for: decision)
        return DecisionTextRenderer(locale: locale).render(report(on: decision, offers: offers))
    }
}
