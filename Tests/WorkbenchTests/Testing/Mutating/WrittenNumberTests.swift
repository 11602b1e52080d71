import Testing

@testable import Workbench

@Suite("A number is moved by one in the last place that is written")
struct WrittenNumberTests {
    @Test(
        arguments: [
            ("3", "4", "2"), ("20 EUR", "21 EUR", "19 EUR"), ("6.46 GBP", "6.47 GBP", "6.45 GBP"),
            ("15%", "16%", "14%"),
            ("0.5%", "0.6%", "0.4%"), ("1h 30min", "1h 31min", "1h 29min"), ("\"08:00\"", "\"08:01\"", nil),
            ("9", "10", "8"), ("99.9", "100.0", "99.8"), ("1.00", "1.01", "0.99"), ("0.01 EUR", "0.02 EUR", "0.00 EUR"),
            ("3 business days", "4 business days", "2 business days"), ("0", "1", nil),
            ("2026-11-09", "2026-11-10", "2026-11-08"),
            ("settings.x", nil, nil), ("", nil, nil), ("123456789012345678", nil, nil),
        ] as [(String, String?, String?)])
    func moves(_ text: String, up: String?, down: String?) {
        #expect(WrittenNumber.moved(text, by: 1) == up)
        #expect(WrittenNumber.moved(text, by: -1) == down)
    }
}
