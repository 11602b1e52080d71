import LeewayCommands

@main
enum Main {
    static func main() { RootCommand.start() }
}
