/// Lays a diagnostic out in lines: headline, place, excerpt with what is underlined, help, and the mended line.
struct DiagnosticLayout {
    private let width: Int

    /// A place to underline.
    private struct Annotation {
        let range: SourceRange
        let words: String
        let isPrimary: Bool

        var line: Int { range.start.line }
    }

    init(width: Int) {
        // Narrower than this nothing can be read.
        self.width = max(width, 20)
    }

    /// The lines of a diagnostic.
    func lines(for diagnostic: Diagnostic) -> [StyledLine] {
        let here = diagnostic.labels.filter { $0.range.file == diagnostic.range.file }
        let elsewhere = diagnostic.labels.filter { $0.range.file != diagnostic.range.file }
        var annotations = here.map { Annotation(range: $0.range, words: $0.message, isPrimary: false) }
        annotations.append(Annotation(range: diagnostic.range, words: "", isPrimary: true))
        let gutter = String(annotations.map(\.line).max() ?? 1).count

        var lines = [headline(diagnostic), place(diagnostic.range, gutter: gutter)]
        let isHelpBeside = addExcerpts(annotations, of: diagnostic, gutter: gutter, to: &lines)
        for label in elsewhere {
            var line = place(label.range, gutter: gutter)
            line.add(.label, ": " + PrintableText.escape(label.message))
            lines.append(line)
        }
        if let help = diagnostic.help, !isHelpBeside {
            var line = StyledLine()
            line.add(.frame, String(repeating: " ", count: gutter) + " = ")
            line.add(.help, "help: " + PrintableText.escape(help))
            lines.append(line)
        }
        lines += suggestions(diagnostic, gutter: gutter)
        return lines
    }

    private func headline(_ diagnostic: Diagnostic) -> StyledLine {
        var line = StyledLine()
        line.add(
            .severity(diagnostic.severity),
            "\(diagnostic.severity.rawValue)[\(PrintableText.escape(diagnostic.code.rawValue))]")
        line.add(.message, ": " + PrintableText.escape(diagnostic.message))
        return line
    }

    private func place(_ range: SourceRange, gutter: Int) -> StyledLine {
        var line = StyledLine()
        line.add(.frame, String(repeating: " ", count: gutter) + "--> ")
        line.add(.source, PrintableText.escape(range.place))
        return line
    }

    /// Adds the lines of source in the order of the file; tells whether the help found room beside the carets.
    private func addExcerpts(
        _ annotations: [Annotation], of diagnostic: Diagnostic, gutter: Int, to lines: inout [StyledLine]
    ) -> Bool {
        var isHelpBeside = false
        var previous: Int?
        for number in Set(annotations.map(\.line)).sorted() {
            if let previous, number > previous + 1 {
                var gap = StyledLine()
                gap.add(.frame, "...")
                lines.append(gap)
            }
            previous = number
            let here = annotations.filter { $0.line == number }
                .sorted { ($0.range.lowerBound, $1.isPrimary ? 1 : 0) < ($1.range.lowerBound, $0.isPrimary ? 1 : 0) }
            let focus = here.first { $0.isPrimary } ?? here[0]
            let bounds = focus.range.lowerBound..<focus.range.upperBound
            let excerpt = SourceExcerpt(file: diagnostic.range.file, line: number, around: bounds, width: width)
            lines.append(row(String(number), excerpt.text, role: .source, sign: "|", gutter: gutter))
            for annotation in here {
                let help = annotation.isPrimary ? diagnostic.help : nil
                let (line, hasHelp) = underline(
                    annotation, excerpt, severity: diagnostic.severity, help: help, gutter: gutter)
                lines.append(line)
                isHelpBeside = isHelpBeside || hasHelp
            }
        }
        return isHelpBeside
    }

    private func row(
        _ number: String, _ text: String, role: StyledLine.Role, sign: String, gutter: Int
    ) -> StyledLine {
        var line = StyledLine()
        let padding = String(repeating: " ", count: gutter - number.count)
        line.add(.frame, text.isEmpty ? "\(padding)\(number) \(sign)" : "\(padding)\(number) \(sign) ")
        if !text.isEmpty { line.add(role, text) }
        return line
    }

    private func underline(
        _ annotation: Annotation, _ excerpt: SourceExcerpt, severity: Diagnostic.Severity, help: String?, gutter: Int
    ) -> (line: StyledLine, hasHelp: Bool) {
        let range = annotation.range
        let lineEnd = range.file.byteRange(ofLine: annotation.line).upperBound
        let goesOn = range.upperBound > lineEnd && range.end.line > annotation.line
        let columns = excerpt.columns(of: range.lowerBound..<max(range.lowerBound, min(range.upperBound, lineEnd)))
        let sign: Character = annotation.isPrimary ? "^" : "-"
        let marks = String(repeating: sign, count: columns.count) + (goesOn ? "…" : "")
        var line = StyledLine()
        line.add(.frame, String(repeating: " ", count: gutter) + " | ")
        line.add(.source, String(repeating: " ", count: columns.lowerBound))
        line.add(annotation.isPrimary ? .mark(severity) : .label, marks)
        if !annotation.words.isEmpty { line.add(.label, " " + PrintableText.escape(annotation.words)) }
        guard let help else { return (line, false) }
        let words = " help: " + PrintableText.escape(help)
        guard columns.lowerBound + marks.count + words.count <= width else { return (line, false) }
        line.add(.help, words)
        return (line, true)
    }

    /// The line as it would be after the changes; several lines, or other files, are told in words.
    private func suggestions(_ diagnostic: Diagnostic, gutter: Int) -> [StyledLine] {
        guard let first = diagnostic.fixIts.first else { return [] }
        let file = first.range.file
        let number = first.range.start.line
        let whole = file.byteRange(ofLine: number)
        let ordered = diagnostic.fixIts.sorted { $0.range.lowerBound < $1.range.lowerBound }
        let isOneLine = ordered.allSatisfy {
            $0.range.file == file && $0.range.lowerBound >= whole.lowerBound && $0.range.upperBound <= whole.upperBound
                && !$0.replacement.contains("\n")
        }
        let isApart = zip(ordered, ordered.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
        if isOneLine, isApart, file == diagnostic.range.file, whole.count <= width, String(number).count <= gutter {
            var mended: [UInt8] = []
            var at = whole.lowerBound
            for fixIt in ordered {
                mended += file.utf8[at..<fixIt.range.lowerBound] + Array(fixIt.replacement.utf8)
                at = fixIt.range.upperBound
            }
            mended += file.utf8[at..<whole.upperBound]
            let text = SourceExcerpt(
                file: SourceFile(name: "", utf8: mended), line: 1, around: 0..<0, width: width + mended.count
            ).text
            return [row(String(number), text, role: .suggestion, sign: "+", gutter: gutter)]
        }
        return ordered.map { fixIt in
            var line = StyledLine()
            line.add(.frame, String(repeating: " ", count: gutter) + " = ")
            let change = fixIt.range.lowerBound == fixIt.range.upperBound ? "insert" : "replace with"
            line.add(
                .suggestion,
                "suggestion: at \(PrintableText.escape(fixIt.range.place)), \(change) "
                    + "`\(PrintableText.escape(fixIt.replacement))`")
            return line
        }
    }
}
