import Testing

@testable import CEL

@Suite("A text that is no pattern is refused at the place, with the reason")
struct PatternErrorTests {
    @Test(arguments: [
        ("a«(»b", "`(` is not closed by `)`"),
        ("((a)|«(»b", "`(` is not closed by `)`"),
        ("a«)»b", "`)` closes no group"),
        ("é(a)«)»", "`)` closes no group"),
        ("«(?x»)a", "`(?x` opens no known kind of group and sets no known flags"),
        ("«(?#» note)", "`(?#` opens no known kind of group and sets no known flags"),
        ("«(?i-)»", "`(?i-)` opens no known kind of group and sets no known flags"),
        ("«(?i--»s)", "`(?i--` opens no known kind of group and sets no known flags"),
        ("«(?>»a)", "`(?>` opens no known kind of group and sets no known flags"),
        ("«(?P»=n)", "`(?P` opens no known kind of group and sets no known flags"),
        ("a«(?im»", "`(` is not closed by `)`"),
        ("a«(?=»b)", "looking around with `(?=` is not supported"),
        ("a«(?!»b)", "looking around with `(?!` is not supported"),
        ("«(?<=»a)b", "looking around with `(?<=` is not supported"),
        ("«(?<!»a)b", "looking around with `(?<!` is not supported"),
        ("«(?P<a b>»c)", "`(?P<a b>` does not name a group"),
        ("«(?<>»c)", "`(?<>` does not name a group"),
        ("«(?P<abc»", "`(?P<abc` does not name a group"),
        ("«*»a", "nothing stands before `*` that it could repeat"),
        ("a|«+?»", "nothing stands before `+?` that it could repeat"),
        ("(«*»)", "nothing stands before `*` that it could repeat"),
        ("(?i)«{2,3}»", "nothing stands before `{2,3}` that it could repeat"),
        ("a«**»", "`**` repeats a repetition; put the inner one in a group"),
        ("a«+?*»b", "`+?*` repeats a repetition; put the inner one in a group"),
        ("a«{2}{3}»", "`{2}{3}` repeats a repetition; put the inner one in a group"),
        ("a«{1001}»", "`{1001}` repeats more than 1000 times"),
        ("a«{0,99999999}»", "`{0,99999999}` repeats more than 1000 times"),
        ("(a{100})«{11}»", "with the repetitions inside, `{11}` repeats more than 1000 times"),
        ("((a{100}){10})«{2,}»", "with the repetitions inside, `{2,}` repeats more than 1000 times"),
        ("a«{3,2}»", "`{3,2}` allows fewer repetitions than it asks for"),
        ("a«\\»", "the backslash at the end escapes nothing"),
        (#"(a)«\1»"#, #"the back-reference `\1` is not supported"#),
        (#"«\9»"#, #"the back-reference `\9` is not supported"#),
        (#"«\y»"#, #"`\y` is not an escape"#),
        (#"a«\Z»"#, #"`\Z` is not an escape"#),
        (#"«\é»"#, #"`\é` is not an escape"#),
        (#"a«\E»"#, #"`\E` is not an escape"#),
        (#"«\x4»"#, #"`\x4` is not an escape"#),
        (#"«\x{»"#, #"`\x{` is not an escape"#),
        (#"«\x{110000}»"#, #"`\x{110000}` is not an escape"#),
        (#"[a«\b»]"#, #"`\b` is not an escape"#),
        (#"«\p»"#, #"`\p` is not an escape"#),
        ("a«[»b", "`[` is not closed by `]`"),
        ("«[»]", "`[` is not closed by `]`"),
        ("«[»a-", "`[` is not closed by `]`"),
        ("[«[:letter:]»]", "`[:letter:]` is not a known class of characters"),
        ("é«\\p{Elvish}»", "`\\p{Elvish}` is not a known class of characters"),
        ("«\\pX»", "`\\pX` is not a known class of characters"),
        ("«\\p{L»", "`\\p{L` is not a known class of characters"),
        ("[a«z-b»]", "the range `z-b` ends before it begins"),
        (#"[«a-\x{41}»]"#, #"the range `a-\x{41}` ends before it begins"#),
    ])
    func refuses(_ marked: String, _ message: String) {
        let start = marked.prefix { $0 != "«" }.utf8.count
        let inside = marked.drop { $0 != "«" }.dropFirst().prefix { $0 != "»" }
        let pattern = marked.filter { $0 != "«" && $0 != "»" }
        let error = #expect(throws: PatternError.self) { try LinearPattern(parsing: pattern) }
        #expect(error?.message == message)
        #expect(error?.range == start..<start + inside.utf8.count)
    }

    @Test("long words of a pattern are shortened in the message")
    func shortens() {
        let name = String(repeating: "é", count: 100)
        let error = #expect(throws: PatternError.self) { try LinearPattern(parsing: "\\p{\(name)}") }
        #expect(error?.message == "`\\p{\(name.prefix(37))…` is not a known class of characters")
    }
}
