import JSONSyntax
import RulebookModel

/// What the value of a row is for a member of an event.
enum RowValue {
    /// The member is absent.
    case absent
    /// It is the same value.
    case same(NodeRecord)
    /// It is the text of a number.
    case text(NodeRecord)
    case instant(ReportInstant)
    /// It has to be written anew.
    case other
}

extension RowValues {
    /// What the value at the end of a path is for a member.
    func value(at path: Int, for member: MemberProgram) -> RowValue {
        guard let record = record(path) else { return .absent }
        if member.isTranslated, record.kind != .null {
            let isAbsent = record.kind == .string && record.length == 0 && member.value.emptyText == .absent
            return isAbsent ? .absent : .other
        }
        switch record.kind {
        case .null: return member.hasDefault ? .same(record) : .absent
        case .string:
            if record.length == 0, member.value.emptyText == .absent { return .absent }
            if member.keepsTexts { return .same(record) }
            if member.isTime, !record.hasEscapes, let instant = member.value.reading.instant(ofText: record, in: view) {
                return .instant(instant)
            }
            return .other
        case .number:
            if member.keepsNumbers { return .same(record) }
            if member.keepsTexts { return .text(record) }
            if member.isInstant, let instant = member.value.reading.instant(ofNumber: record, in: view) {
                return .instant(instant)
            }
            return .other
        case .bool: return .same(record)
        case .list, .object: return .other
        }
    }
}

extension ScalarReading {
    /// The instant that a number says by the format; nil where it says none without a detour.
    fileprivate func instant(ofNumber record: NodeRecord, in view: JSONView) -> ReportInstant? {
        guard let format else { return nil }
        let text = view.text(record).span
        return format.instant(ofCount: text) ?? format.read(text)?.reportInstant(zone: zone)
    }

    /// The instant that a text says; nil where it says none without a detour.
    fileprivate func instant(ofText record: NodeRecord, in view: JSONView) -> ReportInstant? {
        let text = view.text(record).span
        let parsed = if let format { format.read(text) } else { LocalDateTime(iso: text) }
        return parsed?.reportInstant(zone: zone)
    }
}
