// LeewayCommands
