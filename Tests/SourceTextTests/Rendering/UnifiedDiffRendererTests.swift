import SourceText
import Testing

@Suite("A difference is shown as `patch` reads it")
struct UnifiedDiffRendererTests {
    private func difference(_ old: String, _ new: String) -> String {
        UnifiedDiffRenderer().render(
            from: SourceFile(name: "a.yaml", text: old), to: SourceFile(name: "a.yaml", text: new))
    }

    @Test("what is the same has none")
    func same() {
        #expect(difference("a\nb\n", "a\nb\n") == "")
        #expect(difference("", "") == "")
    }

    @Test("three lines stand around a change, and changes that are near each other stand together")
    func hunks() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 5\n", with: "line five\n").replacing("line 9\n", with: "")
            .replacing("line 18\n", with: "line 18\nline more\n")
        #expect(
            difference(old, new) == """
                --- a.yaml
                +++ a.yaml
                @@ -2,11 +2,10 @@
                 line 2
                 line 3
                 line 4
                -line 5
                +line five
                 line 6
                 line 7
                 line 8
                -line 9
                 line 10
                 line 11
                 line 12
                @@ -16,5 +15,6 @@
                 line 16
                 line 17
                 line 18
                +line more
                 line 19
                 line 20

                """)
    }

    @Test("a last line without an end is told, and line breaks of other systems are part of their lines")
    func ends() {
        #expect(
            difference("a", "b") == """
                --- a.yaml
                +++ a.yaml
                @@ -1,1 +1,1 @@
                -a
                \\ No newline at end of file
                +b
                \\ No newline at end of file

                """)
        #expect(difference("", "a\n") == "--- a.yaml\n+++ a.yaml\n@@ -0,0 +1,1 @@\n+a\n")
        #expect(difference("a\r\n", "b\r\n") == "--- a.yaml\n+++ a.yaml\n@@ -1,1 +1,1 @@\n-a\r\n+b\r\n")
    }
}
