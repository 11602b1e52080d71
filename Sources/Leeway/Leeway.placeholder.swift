// Leeway
