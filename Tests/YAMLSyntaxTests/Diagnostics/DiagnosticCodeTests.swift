import SourceText
import Testing

@testable import YAMLSyntax

@Suite("Each kind of error has a code of its own")
struct DiagnosticCodeTests {
    @Test func codes() {
        let codes = Diagnostic.Code.allYAML.map(\.rawValue)
        #expect(codes == Set(codes).sorted())
        #expect(codes.allSatisfy { $0.wholeMatch(of: /YA01[0-9]{2}/) != nil })
    }
}
