import RulebookModel

/// The page's style sheet: system fonts, light and dark, phone and paper.
enum HTMLStyle {
    /// The sheet.
    ///
    /// Each status has one colour, of a contrast of at least 4.5 to 1 against its ground, and never stands without its
    /// sign or word.
    static let sheet = """
        :root {
          color-scheme: light dark;
          --paper: #faf9f6; --card: #ffffff; --ink: #1d1c1a; --muted: #615e57; --line: #e3e0d8; --track: #edebe5;
          --accent: #1d4f63; --met: #2a7453; --missed: #b3261e; --discretion: #8a5a00; --excused: #5f656e;
          --pending: #2b5f94; --undetermined: #69469b; --not-applicable: #6d6a63; --alarm: #fbeceb; --calm: #eaf4ee;
          --met-fill: #86b89d;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Liberation Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #151617; --card: #1c1e20; --ink: #ebe8e2; --muted: #aaa69d; --line: #33363a; --track: #2a2d30;
            --accent: #8cc3d8; --met: #5fb68e; --missed: #f2877c; --discretion: #dba94c; --excused: #a3a9b1;
            --pending: #86b6e4; --undetermined: #bd9feb; --not-applicable: #9c988f; --alarm: #3a2321; --calm: #1d2e26;
            --met-fill: #3f7159;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans);
          font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 2rem; }
        header { padding-top: 3rem; }
        a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; }
        h1, h2, h3, p, dl, dd, ul, ol, figure { margin: 0; }
        h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; text-wrap: balance; }
        h2 { font-size: 1.375rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
        .eyebrow { color: var(--muted); font-size: 0.875rem; margin-bottom: 0.25rem; }
        .period { color: var(--muted); margin-top: 0.5rem; }
        .lead { color: var(--muted); margin: 0.25rem 0 1.5rem; max-width: 44rem; text-wrap: pretty; }
        .note { color: var(--muted); font-size: 0.875rem; }
        code { font-family: var(--mono); font-size: 0.86em; font-weight: 400; }
        main > section { margin-top: 4rem; scroll-margin-top: 1rem; }

        .answers { display: grid; grid-template-columns: 1.15fr 1fr 1fr; margin-top: 2rem; background: var(--card);
          border: 1px solid var(--line); border-radius: 12px; }
        .answers > section { padding: 1.75rem; min-width: 0; }
        .answers > section + section { border-left: 1px solid var(--line); }
        .question { font-size: 0.9375rem; font-weight: 600; letter-spacing: 0; color: var(--muted); }
        .great { font-size: clamp(3.25rem, 6.5vw, 4.75rem); line-height: 1.1; font-weight: 650; letter-spacing: -0.04em;
          margin-top: 0.75rem; }
        .verdict { margin: 0.25rem 0 1rem; font-size: 1.0625rem; }
        .question + .verdict { margin-top: 0.75rem; }
        .answers .stack { margin-bottom: 1rem; }
        .alarm, .calm { margin-top: 1rem; padding: 0.5rem 0.75rem; border-radius: 6px; font-size: 0.9375rem;
          font-weight: 600; }
        .alarm { background: var(--alarm); color: var(--missed); }
        .calm { background: var(--calm); color: var(--met); }
        .worst { list-style: none; padding: 0; margin: 0.75rem 0 1rem; }
        .worst li { padding: 0.5rem 0; border-bottom: 1px solid var(--line); line-height: 1.35; }
        .worst li:last-child { border-bottom: 0; }
        .worst a { font-weight: 550; text-decoration: none; color: var(--ink); }
        .worst a:hover { text-decoration: underline; }
        .worst .note { display: block; margin-top: 0.125rem; }
        .facts > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.25rem 0;
          font-size: 0.9375rem; }
        .facts dt { color: var(--muted); }
        .facts time { white-space: nowrap; font-size: 0.875rem; }
        .answers .facts { margin: 0.75rem 0 1rem; }
        .answers .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 0.75rem; }
        .answers .facts code { display: block; color: var(--muted); }

        .tally { list-style: none; padding: 0; margin: 1.5rem 0 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(7, minmax(0, auto)); justify-content: space-between; }
        .tally strong { display: block; font-size: 1.375rem; font-weight: 600; line-height: 1.2;
          letter-spacing: -0.01em; }
        .badge { font-size: 0.875rem; white-space: nowrap; }
        .met { color: var(--met); } .missed { color: var(--missed); } .discretion { color: var(--discretion); }
        .excused { color: var(--excused); } .pending { color: var(--pending); }
        .undetermined { color: var(--undetermined); } .not_applicable { color: var(--not-applicable); }
        .tally strong { color: var(--ink); }
        .zero { color: var(--muted); opacity: 0.75; }
        .severity { font-size: 0.75rem; font-weight: 500; color: var(--muted); border: 1px solid var(--line);
          border-radius: 4px; padding: 0.0625rem 0.375rem; white-space: nowrap; vertical-align: 0.08em; }
        .severity.critical { color: var(--missed); border-color: currentColor; }

        nav ul { list-style: none; padding: 0.75rem 0; margin: 2rem 0 0; display: flex; flex-wrap: wrap;
          gap: 0.5rem 1.75rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        nav a { text-decoration: none; font-size: 0.9375rem; }
        nav a:hover { text-decoration: underline; }

        svg { display: block; width: 100%; }
        svg .track { fill: var(--track); }
        svg .met { fill: var(--met-fill); } svg .missed { fill: var(--missed); } svg .discretion { fill: var(--discretion); }
        svg .excused { fill: var(--excused); } svg .pending { fill: var(--pending); }
        svg .undetermined { fill: var(--undetermined); }
        .stack { height: 0.625rem; border-radius: 3px; }
        .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-bottom: 1rem; }

        table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 2rem; font-size: 0.9375rem; }
        caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.625rem 0.75rem 0.625rem 0;
          border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { color: var(--muted); font-size: 0.75rem; vertical-align: bottom; overflow-wrap: normal; }
        .figure { width: 5.25rem; text-align: right; padding-left: 0; padding-right: 0.5rem; overflow-wrap: normal;
          white-space: nowrap; }
        thead .figure { white-space: normal; }
        .figure + .text { padding-left: 1.5rem; }
        tbody .name { font-weight: 500; }
        .bar { width: 9rem; }
        .bar.wide { width: 42%; padding-right: 2rem; }
        td.bar { padding-top: 1.0625rem; }
        .id { display: block; font-family: var(--mono); font-size: 0.75rem; font-weight: 400; color: var(--muted); }
        .remark { display: block; font-size: 0.8125rem; color: var(--muted); }
        .metric .figure { width: 8.5rem; white-space: normal; }
        .paper { display: none; }
        .totals { margin-top: 0.75rem; }
        .never { columns: 18rem; padding-left: 1.25rem; margin-bottom: 2rem; font-size: 0.9375rem; }
        .never li { break-inside: avoid; padding: 0.125rem 0; }
        .digest { font-size: 0.75rem; color: var(--muted); }

        figure { margin-bottom: 2rem; }
        figcaption { font-size: 0.9375rem; margin-bottom: 0.5rem; display: flex; flex-wrap: wrap; gap: 0 1rem; }
        .plot { position: relative; border-bottom: 1px solid var(--muted); border-top: 1px dashed var(--line); }
        .peak { position: absolute; top: -0.75rem; right: 0; font-size: 0.75rem; color: var(--muted);
          background: var(--paper); padding-left: 0.5rem; }
        .columns { height: 7.5rem; }
        figure + figure .columns { height: 10rem; }
        .axis { display: flex; justify-content: space-between; font-size: 0.75rem; color: var(--muted);
          padding-top: 0.25rem; }

        summary { cursor: pointer; list-style: none; position: relative; padding-left: 1.25rem; }
        summary::-webkit-details-marker { display: none; }
        summary::before { content: "›"; position: absolute; left: 0.25rem; color: var(--muted); font-weight: 700; }
        details[open] > summary::before { transform: rotate(90deg); }
        .more > summary { color: var(--accent); font-size: 0.9375rem; margin-bottom: 1rem; }
        .group { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-bottom: 0.75rem;
          padding: 0 1.25rem; scroll-margin-top: 1rem; }
        .group > summary { padding: 0.875rem 0 0.875rem 1.25rem; }
        .group[open] { padding-bottom: 1rem; }
        .group h3 { display: inline; font-size: 1.0625rem; font-weight: 600; margin-right: 0.375rem; }
        .group .counts { float: right; font-size: 0.875rem; }
        .group .counts span { margin-left: 0.875rem; white-space: nowrap; }
        .because { margin: 0 0 0.75rem 1.25rem; max-width: 44rem; }
        .group > .facts { margin: 0 0 1rem 1.25rem; }
        .group > .note { margin: 0.75rem 0 0 1.25rem; }
        .finding { border-top: 1px solid var(--line); }
        .finding > summary { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; align-items: baseline;
          padding: 0.5rem 0 0.5rem 1.25rem; font-size: 0.9375rem; }
        .finding .badge { min-width: 7.5rem; }
        .finding time, .agent { color: var(--muted); }
        .message { flex: 1 1 18rem; min-width: 0; }
        .finding[open] > summary { font-weight: 500; }
        .proof { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2rem; padding: 0.25rem 0 1.25rem 1.25rem; }
        .values { align-self: start; border-left: 3px solid var(--line); padding-left: 1rem; }
        .values > div { padding: 0.1875rem 0; font-size: 0.9375rem; display: grid;
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 1rem; }
        .values dt { color: var(--muted); }
        footer { margin-top: 4rem; padding-top: 1.5rem; padding-bottom: 3rem; color: var(--muted); font-size: 0.875rem; }

        @media screen and (max-width: 60rem) {
          .answers { grid-template-columns: 1fr; }
          .answers > section + section { border-left: 0; border-top: 1px solid var(--line); }
          .tally { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
        }
        @media screen and (max-width: 52rem) {
          header, main, footer { padding-left: 1.125rem; padding-right: 1.125rem; }
          header { padding-top: 1.75rem; }
          h1 { font-size: 1.625rem; }
          main > section { margin-top: 3rem; }
          .answers > section { padding: 1.25rem; }
          table, caption, tbody, th.name, td { display: block; width: auto; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: 0.75rem 0;
            border-bottom: 1px solid var(--line); }
          th, td { border: 0; padding: 0.125rem 0; }
          th.name, td.text, td.bar { grid-column: 1 / -1; }
          .figure + .text { padding-left: 0; }
          td { display: flex; justify-content: space-between; gap: 1rem; text-align: right; }
          td::before { content: attr(data-label); color: var(--muted); text-align: left; flex: none; }
          td.figure { width: auto; padding: 0.125rem 0; }
          td.figure:not(td.figure + td.figure):not(:has(+ td.figure)) { grid-column: 1 / -1; }
          td.bar, td.bar.wide { display: block; padding: 0.375rem 0 0.5rem; width: auto; }
          td.bar::before { content: none; }
          td:has(> .zero) { display: none; }
          .group { padding: 0 0.875rem; }
          .group .counts { float: none; display: block; }
          .group .counts span { margin: 0 0.875rem 0 0; }
          .proof { grid-template-columns: 1fr; padding-left: 0; }
          .because, .group > .facts, .group > .note { margin-left: 0; }
          .message { flex-basis: 100%; }
          .finding .badge { min-width: 0; }
        }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --track: #e8e8e8;
            --accent: #1d4f63; --met: #2a7453; --missed: #b3261e; --discretion: #8a5a00; --excused: #5f656e;
            --pending: #2b5f94; --undetermined: #69469b; --not-applicable: #6d6a63; --alarm: #fff; --calm: #fff;
            --met-fill: #86b89d; }
          @page { margin: 16mm 14mm; }
          html { font-size: 9pt; }
          .answers > section { padding: 1rem 1.25rem; }
          .great { font-size: 3.5rem; }
          th, td { padding: 0.375rem 0.5rem 0.375rem 0; }
          thead th { font-size: 0.625rem; }
          .figure { width: 4.25rem; padding-right: 0.25rem; }
          .metric .figure { width: 7rem; }
          .bar { width: 7rem; }
          .columns, figure + figure .columns { height: 6rem; }
          header, main, footer { max-width: none; padding: 0; }
          nav, .skip, .more, summary::before { display: none; }
          summary, .group > summary, .finding > summary { padding-left: 0; }
          .proof, .screen, .group > .facts, .group:not(.notable), .finding:has(> summary > .met),
          tbody tr:nth-child(n + 26) { display: none; }
          .paper { display: block; }
          .notable::details-content { content-visibility: visible; display: block; block-size: auto; }
          svg, .badge, .severity { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main > section { margin-top: 2rem; }
          h2, h3, caption, .group > summary, .finding > summary { break-after: avoid; }
          tr, .finding, figure, .answers { break-inside: avoid; }
          .group { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 0; }
          .proof { padding: 0 0 0.5rem; gap: 0 1.5rem; }
          .facts > div, .values > div { padding: 0; font-size: 0.875rem; }
          a { color: inherit; text-decoration: none; }
        }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

        """
}
