package import JSONSyntax

/// Writes the document of an event in the event format, for those who ask for one that was read without.
package protocol EventDocumentWriter: AnyObject, Sendable {
    /// The event that a row makes.
    func document(of row: JSONDocument) -> JSONDocument
}

/// A row of another form, from which an event was read without a document in the event format.
package struct EventRow: Sendable {
    let document: JSONDocument
    let writer: any EventDocumentWriter
    /// Where the row says who acts, and that person's team; nil where it does not.
    let agent: Int?
    let team: Int?

    package init(document: JSONDocument, writer: any EventDocumentWriter, agent: Int?, team: Int?) {
        self.document = document
        self.writer = writer
        self.agent = agent
        self.team = team
    }

    /// The value at a place of the row; nil where it is null, as where there is none.
    func node(at index: Int?) -> JSONNode? {
        guard let index else { return nil }
        let node = JSONNode(document: document, index: index)
        return node.isNull ? nil : node
    }
}
