import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText
import YAMLSyntax

/// Makes events of what a test writes, every name and value held against the vocabulary.
struct TestEventReader {
    /// The most events of one case.
    static let eventCountMax = 50_000
    /// Members of every event that hold a text.
    static let textMembers = ["id", "channel", "interaction", "case", "reason", "recorded_by"]
    private static let approvalMembers = ["by", "role", "at"]
    private static let ownMembers = [EventSketch.fields, "at", "times", "every", "approval"] + textMembers

    let vocabulary: Vocabulary
    let reader: EventReader
    let zone: CELTimeZone
    /// The members that every event has unless it says otherwise.
    let defaults: SketchMembers
    /// The instant from which times are counted.
    let start: CELTimestamp?
    /// The time of the event before, at which an event without a time happens.
    private(set) var latest: CELTimestamp?
    private var nameCounts: [String: Int] = [:]
    private(set) var events: [TestEvent] = []

    init(versions: RulebookVersions, defaults: SketchMembers, start: CELTimestamp?) {
        vocabulary = versions.newest.vocabulary
        reader = EventReader(versions)
        zone = CELTimeZone.named(versions.newest.timeZone) ?? .utc
        self.defaults = defaults
        self.start = start
        latest = start
    }

    private var times: TestTimeReader { TestTimeReader(zone: zone, start: start) }

    // MARK: Histories

    /// Adds an event to what happened, as often as it happens.
    mutating func add(_ sketch: EventSketch, diagnostics: inout DiagnosticCollector) {
        var members = sketch.members
        let count = members.take("times")
        let every = members.take("every")
        let repetition = TestRepetition.read(times: count?.node, every: every?.node, diagnostics: &diagnostics)
        guard events.count + repetition.times <= Self.eventCountMax else {
            diagnostics.add(
                .test(
                    .tooManyTestEvents, "a case has at most \(Self.eventCountMax) events",
                    help: "test with fewer of them", at: sketch.range))
            return
        }
        guard let first = time(of: sketch, &members, diagnostics: &diagnostics) else {
            diagnostics.add(
                .test(
                    .untimedTestEvent, "nobody knows when `\(sketch.type.value)` happens",
                    help: "add `at:`, or `start:` to the case or the file", at: sketch.type.range))
            return
        }
        guard let instants = repetition.instants(from: first, in: zone) else {
            return diagnostics.add(.badValue("this goes on past the year 9999", at: sketch.range))
        }
        for instant in instants {
            guard let event = read(sketch, members, at: instant, diagnostics: &diagnostics) else { return }
            events.append(event)
            latest = instant
        }
    }

    /// Reads the event that is asked about; it need not have a time.
    mutating func question(_ sketch: EventSketch, diagnostics: inout DiagnosticCollector) -> TestEvent? {
        var members = sketch.members
        for name in ["times", "every"] {
            guard let value = members.take(name) else { continue }
            diagnostics.add(
                .conflictingKeys("`when` is one event", at: value.range, help: "put those before it under `given:`"))
        }
        let instant = time(of: sketch, &members, diagnostics: &diagnostics)
        if let instant, let late = events.first(where: { $0.event.time.map { $0 > instant } ?? false }) {
            diagnostics.add(
                Diagnostic(
                    code: .lateTestEvent, severity: .error,
                    message: "this is asked before all that is given has happened", range: sketch.range,
                    labels: [.init(range: late.range, message: "this happens later")],
                    help: "what comes after a question changes no answer: leave it out, or ask later"))
        }
        return read(sketch, members, at: instant, diagnostics: &diagnostics)
    }

    private func time(
        of sketch: EventSketch, _ members: inout SketchMembers, diagnostics: inout DiagnosticCollector
    ) -> CELTimestamp? {
        guard let written = members.take("at") ?? defaults["at"] else { return latest }
        guard let node = written.node else {
            diagnostics.add(
                .wrongKind("`at`", expected: "an instant", found: "something else", at: written.range))
            return latest
        }
        // What cannot be read was reported; the event before stands in for it.
        return times.read(node, "`at`", diagnostics: &diagnostics) ?? latest ?? CELTimestamp(seconds: 0)
    }

    // MARK: Events

    private mutating func read(
        _ sketch: EventSketch, _ own: SketchMembers, at instant: CELTimestamp?, diagnostics: inout DiagnosticCollector
    ) -> TestEvent? {
        guard let definition = vocabulary.event(sketch.type.value) else {
            diagnostics.add(unknownEvent(sketch.type))
            return nil
        }
        let errorCount = diagnostics.errorCount
        let members = own.laid(over: defaults(for: definition))
        var writer = SketchWriter(vocabulary: vocabulary, times: times)
        let name = name(of: members, sketch)
        writer.note("type", at: sketch.type.range)
        writer.builder.beginObject()
        writer.builder.name("type")
        writer.builder.string(definition.name)
        if members["id"] == nil {
            writer.builder.name("id")
            writer.builder.string(name)
        }
        if let instant {
            writer.builder.name("time")
            writer.builder.string(instant.description)
        }
        for member in members.members {
            write(member, of: definition, to: &writer, diagnostics: &diagnostics)
        }
        writer.builder.endObject()
        guard diagnostics.errorCount == errorCount else { return nil }
        return event(writer, sketch, name: name, diagnostics: &diagnostics)
    }

    private func write(
        _ member: SketchMembers.Member, of definition: EventDefinition, to writer: inout SketchWriter,
        diagnostics: inout DiagnosticCollector
    ) {
        switch member.name {
        case "at": return
        case EventSketch.fields:
            guard case .members(let fields, _) = member.value else { return }
            writer.builder.name("data")
            writer.write(fields, fields: definition.fields, path: member.name, diagnostics: &diagnostics)
        case "approval":
            writer.builder.name(member.name)
            if case .members(let members, _) = member.value {
                for part in members.members where !Self.approvalMembers.contains(part.name) {
                    diagnostics.add(
                        .unknownKey(part.name, in: "`approval`", keys: Self.approvalMembers, at: part.range))
                }
            }
            writer.write(member.value, as: nil, path: member.name, diagnostics: &diagnostics)
        case _ where Self.textMembers.contains(member.name):
            writer.builder.name(member.name)
            writer.write(member.value, as: .string, path: member.name, diagnostics: &diagnostics)
        case _ where vocabulary.entity(member.name) != nil:
            writer.builder.name(member.name)
            writer.write(member.value, as: .entity(member.name), path: member.name, diagnostics: &diagnostics)
        default:
            let known = vocabulary.entities.map(\.name) + Self.ownMembers.filter { $0 != EventSketch.fields }
            diagnostics.add(.unknownKey(member.name, in: "an event", keys: known, at: member.range))
        }
    }

    private func event(
        _ writer: SketchWriter, _ sketch: EventSketch, name: String, diagnostics: inout DiagnosticCollector
    ) -> TestEvent? {
        var writer = writer
        let document: JSONDocument
        do throws(JSONBuildingError) {
            document = try writer.builder.finish()
        } catch {
            diagnostics.add(
                .test(.unreadableTestEvent, "the event cannot be read: \(error.description)", at: sketch.range))
            return nil
        }
        let reading = reader.read(document.root)
        for problem in reading.problems {
            let isNamed = problem.path.isEmpty || problem.message.contains("`\(problem.path)`")
            diagnostics.add(
                .test(
                    .unreadableTestEvent, isNamed ? problem.message : "`\(problem.path)`: \(problem.message)",
                    help: problem.help, at: writer.place(of: problem.path) ?? sketch.range))
        }
        return reading.event.map { TestEvent(event: $0, name: name, range: sketch.range) }
    }

    /// The members that an event of a type has by default: of the fields, those that it declares.
    private func defaults(for definition: EventDefinition) -> SketchMembers {
        var defaults = defaults
        guard case .members(let fields, let range)? = defaults.take(EventSketch.fields) else { return defaults }
        let own = fields.members.filter { definition.field($0.name) != nil }
        guard !own.isEmpty else { return defaults }
        defaults.set(.init(name: EventSketch.fields, range: range, value: .members(SketchMembers(own), range)))
        return defaults
    }

    /// What findings call an event: its id, or its line, with a number where there are several.
    private mutating func name(of members: SketchMembers, _ sketch: EventSketch) -> String {
        if let node = members["id"]?.node, let text = node.scalar?.text { return text }
        let line = "line \(sketch.range.start.line)"
        nameCounts[line, default: 0] += 1
        let count = nameCounts[line] ?? 1
        return count == 1 ? line : "\(line) (\(count))"
    }

    private func unknownEvent(_ type: Located<String>) -> Diagnostic {
        if vocabulary.patterns.contains(where: { $0.name == type.value }) {
            return .test(
                .unreadableTestEvent, "`\(type.value)` is a named pattern, and something of one type happens",
                help: "name one of the events that it stands for", at: type.range)
        }
        let nearest = nearestName(to: type.value, among: vocabulary.events.map(\.name))
        return .test(
            .unknownEvent, "no action or event is named `\(type.value)`",
            help: nearest.map { "did you mean `\($0)`?" } ?? "the first key of an event names what happens",
            fix: nearest, at: type.range)
    }
}

extension TestEventReader {
    /// What happened, in the order of the times; of two events at one instant the one that was written first.
    var inOrderOfTime: [TestEvent] {
        events.enumerated().sorted { left, right in
            let times = (left.element.event.time, right.element.event.time)
            guard let first = times.0, let second = times.1, first != second else { return left.offset < right.offset }
            return first < second
        }.map(\.element)
    }

    /// Reports ids that several events have.
    func checkNames(diagnostics: inout DiagnosticCollector) {
        var places: [String: SourceRange] = [:]
        for event in events {
            if let first = places[event.name] {
                diagnostics.add(.duplicate("the event", event.name, at: event.range, first: first))
            }
            places[event.name] = event.range
        }
    }
}
