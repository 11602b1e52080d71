import CEL
import RulebookModel

/// What bare values mean, here and inside.
struct ScalarReading: Sendable {
    let currency: Currency?
    let zone: CELTimeZone?
    let format: LocalTimeFormat?
}
