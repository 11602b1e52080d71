/// The style sheet of books: paper first, then screens.
enum HandbookStyle {
    /// The sheet; the footer stands at the foot of each page of paper.
    static func sheet(_ paper: HandbookHTMLRenderer.Paper, footer: String) -> String {
        let margin = paper == .a4 ? "18mm 18mm 20mm" : "13mm 13mm 16mm"
        return """
            @page { size: \(paper.rawValue.uppercased()); margin: \(margin);
              @bottom-left { content: \(CSSText.quoted(footer)); font: 7.5pt \(sans); color: #615e57; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt \(sans); color: #615e57; } }
            @page card { margin: \(paper == .a4 ? "12mm 14mm" : "8mm 9mm");
              @bottom-left { content: none; } @bottom-right { content: none; } }

            """ + base + (paper == .a4 ? "" : smallPaper)
    }

    /// A card has the same lines on half of the paper.
    private static let smallPaper =
        "@media print { html { font-size: 8.5pt; } html:has(body.card) { font-size: 7pt; } .front { padding-top: 30mm; } }\n"

    private static let sans =
        "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", sans-serif"

    private static let base = """
        :root {
          color-scheme: light dark;
          --paper: #faf9f6; --card: #ffffff; --ink: #1d1c1a; --muted: #615e57; --line: #dcd8ce; --band: #f1efe9;
          --accent: #1d4f63; --alarm: #a3241c; --say: #2a7453; --instead: #8a5a00;
          --sans: \(sans);
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Liberation Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #151617; --card: #1c1e20; --ink: #ebe8e2; --muted: #aaa69d; --line: #383b3f; --band: #232628;
            --accent: #8cc3d8; --alarm: #f2877c; --say: #5fb68e; --instead: #dba94c; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 46rem; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: break-word; hyphens: auto; }
        h1, h2, h3, p, dl, dd, ul, ol, figure, blockquote { margin: 0; }
        h1, h2, h3, .imprint, table, code { hyphens: manual; }
        a { color: inherit; text-decoration: none; }
        a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .number { color: var(--muted); font-weight: 500; margin-right: 0.25em; }
        code { font-family: var(--mono); font-size: 0.86em; overflow-wrap: anywhere; }

        .front { padding-top: 4rem; }
        .kind { color: var(--accent); font-weight: 600; }
        .front .kind { font-size: 1.125rem; }
        h1 { font-size: 2.25rem; line-height: 1.15; font-weight: 680; letter-spacing: -0.02em; text-wrap: balance;
          margin: 0.25rem 0 0.5rem; }
        .audience { font-size: 1.25rem; color: var(--muted); }
        .imprint { margin: 2.5rem 0 1.5rem; border-top: 1px solid var(--line); }
        .imprint > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1rem; padding: 0.375rem 0;
          border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
        .imprint dt { color: var(--muted); }
        .notice { border-left: 3px solid var(--instead); background: var(--band); padding: 0.5rem 0.75rem;
          margin: 0.75rem 0; font-size: 0.9375rem; }
        .guide { color: var(--muted); margin-top: 1rem; text-wrap: pretty; }

        nav { margin-top: 3rem; }
        nav h2 { border: 0; padding: 0; margin-bottom: 0.5rem; }
        nav ol { list-style: none; padding: 0; }
        nav > ol > li { margin-top: 0.5rem; font-weight: 600; }
        nav ol ol { padding-left: 1.25rem; font-weight: 400; font-size: 0.9375rem; }
        nav li a { display: flex; gap: 0.5rem; padding: 0.0625rem 0; }
        nav .number { flex: none; min-width: 2rem; margin: 0; }

        .chapter { margin-top: 3.5rem; }
        h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 660; letter-spacing: -0.01em; text-wrap: balance;
          border-bottom: 2px solid var(--accent); padding-bottom: 0.375rem; margin-bottom: 1rem; }
        .lead { font-size: 1.0625rem; margin-bottom: 1rem; text-wrap: pretty; white-space: pre-line; }
        .plain { margin: 0.5rem 0; white-space: pre-line; }
        h3 { font-size: 1.125rem; line-height: 1.35; font-weight: 640; text-wrap: balance; }
        h3.section { font-size: 1.25rem; color: var(--accent); margin: 1.75rem 0 0.75rem; }
        article { margin: 1rem 0; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line);
          border-radius: 8px; }
        article > * + * { margin-top: 0.625rem; }
        .mark { font-size: 0.75rem; font-weight: 550; border: 1px solid currentColor; border-radius: 4px;
          padding: 0.0625rem 0.375rem; color: var(--muted); white-space: nowrap; vertical-align: 0.1em; }
        .mark.alarm { color: var(--alarm); }
        .item strong { font-weight: 620; }
        .item strong::after { content: ":"; }
        .points > :is(ul, ol) { margin-top: 0.25rem; }
        ul, .points > ol { padding-left: 1.5rem; }
        li + li { margin-top: 0.125rem; }
        .small { font-size: 0.8125rem; color: var(--muted); }

        .speech { border-left: 3px solid var(--say); padding: 0.125rem 0 0.125rem 0.875rem; }
        .speech.instead { border-color: var(--instead); }
        .speech.avoid { border-color: var(--alarm); }
        figcaption { font-size: 0.8125rem; font-weight: 600; color: var(--say); }
        .instead figcaption { color: var(--instead); }
        .avoid figcaption { color: var(--alarm); }
        blockquote { font-size: 1.0625rem; font-style: italic; }

        table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
        caption { text-align: left; font-weight: 620; padding-bottom: 0.25rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.3125rem 0.75rem 0.3125rem 0;
          border-bottom: 1px solid var(--line); }
        th { color: var(--muted); font-size: 0.8125rem; font-weight: 550; vertical-align: bottom; }
        .columns-2 td:first-child, .columns-2 th:first-child { width: 45%; }
        .wide-first td:first-child, .wide-first th:first-child { width: 66%; }
        .card .columns-4 td { width: 21%; } .card .columns-4 td:first-child { width: 37%; }
        .register table { font-size: 0.875rem; }
        .register .columns-4 td:last-child { width: 40%; font-size: 0.8125rem; }

        .page { margin-top: 3rem; }
        .page > * + * { margin-top: 0.75rem; }
        .page h1 { font-size: 1.75rem; border-bottom: 2px solid var(--accent); padding-bottom: 0.375rem; }
        .page footer { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; color: var(--muted); font-size: 0.75rem;
          border-top: 1px solid var(--line); padding-top: 0.5rem; }
        body.card { max-width: 54rem; }

        @media screen and (max-width: 40rem) {
          body { padding: 0 1rem 3rem; }
          .front { padding-top: 2rem; }
          h1 { font-size: 1.75rem; }
          article { padding: 0.875rem 1rem; }
          .imprint > div { grid-template-columns: 1fr; }
          .columns-3, .columns-4, .columns-5 { display: block; }
          .columns-3 thead, .columns-4 thead, .columns-5 thead { position: absolute; width: 1px; height: 1px;
            overflow: hidden; clip-path: inset(50%); }
          .columns-3 :is(tbody, caption, tr, td), .columns-4 :is(tbody, caption, tr, td),
          .columns-5 :is(tbody, caption, tr, td) { display: block; width: auto !important; }
          .columns-3 tr, .columns-4 tr, .columns-5 tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
          .columns-3 td, .columns-4 td, .columns-5 td { border: 0; padding: 0.125rem 0; }
          .columns-3 td:not(:first-child)::before, .columns-4 td:not(:first-child)::before,
          .columns-5 td:not(:first-child)::before { content: attr(data-label) ": "; color: var(--muted);
            font-size: 0.8125rem; }
        }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #4a4a4a; --line: #b8b8b8; --band: #f2f2f2;
            --accent: #1d4f63; --alarm: #a3241c; --say: #2a7453; --instead: #8a5a00; }
          html { font-size: 10pt; }
          body, body.card { max-width: none; padding: 0; }
          .front { padding-top: 50mm; break-after: page; }
          .register .front { padding-top: 0; break-after: auto; }
          .register .chapter { margin-top: 2rem; }
          nav { margin-top: 0; break-after: page; }
          nav > ol { columns: 2; column-gap: 10mm; font-size: 0.875rem; }
          nav > ol > li:first-child { margin-top: 0; }
          nav ol ol li { break-inside: avoid; }
          nav > ol > li > a { break-after: avoid; }
          .chapter { margin-top: 0; }
          .chapter + .chapter { margin-top: 2.5rem; }
          h2, h3, .lead, caption, thead, .points > .item, figcaption { break-after: avoid; }
          article { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 0.75rem 0 0.5rem;
            margin: 0; }
          h2 + article { border-top: 0; padding-top: 0; }
          article > * + * { margin-top: 0.4375rem; }
          article > h3 + *, .small { break-before: avoid; }
          article > h3 + * { break-after: avoid; }
          tr, figure, li, .item, .notice, article table { break-inside: avoid; }
          p, li { orphans: 3; widows: 3; }
          .page { page: card; margin-top: 0; break-after: page; font-size: 0.9375rem; line-height: 1.35; }
          .page:last-of-type { break-after: auto; }
          .page table { font-size: 0.875rem; } .page td { padding-top: 0.1875rem; padding-bottom: 0.1875rem; }
          .page li + li { margin-top: 0; }
          .mark, .speech, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
