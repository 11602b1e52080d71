@testable import Reporting
import Testing

@Suite("Numbers read as people write them")
struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (65_691, "65,691"), (1_000_000, "1,000,000"), (-1234, "-1,234"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func groups(_ number: Int, _ text: String) {
        #expect(NumberText.grouped(number) == text)
    }

    @Test(arguments: [
        (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (1845, "1.8 kB"), (12_345_678, "12.3 MB"),
        (999_949, "999.9 kB"), (999_950, "1.0 MB"), (5_000_000_000, "5.0 GB"), (Int.max, "9223372.0 TB"),
    ])
    func bytes(_ count: Int, _ text: String) {
        #expect(NumberText.bytes(count) == text)
    }
}
