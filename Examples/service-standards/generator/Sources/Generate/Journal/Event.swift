/// Something that happened, before it has its number in the log.
struct Event {
    let serial: Int
    let time: Moment
    let type: String
    /// The members behind `type` and `time`, in the order in which they are written.
    let members: [(name: String, value: JSON)]

    /// The event's line in the log.
    func line(id: String) -> String {
        let head: [(name: String, value: JSON)] = [
            ("id", .text(id)), ("type", .text(type)), ("time", .text(time.text)),
        ]
        return JSON.object(head + members).line
    }
}
