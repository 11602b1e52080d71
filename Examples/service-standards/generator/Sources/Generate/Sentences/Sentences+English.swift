extension Sentences {
    static let english = Sentences(
        openings: [
            "Good morning, my name is {agent} from {department}. How can I help you?",
            "Good day, you have reached {department}, this is {agent}. What can I do for you?",
            "Hello, {agent} from {department} speaking. How may I help you?",
        ],
        topics: [
            Topic(
                need: "Where is my parcel? It was to come yesterday.",
                check: "You are waiting for the parcel from yesterday, is that right?",
                answer: "It is with the carrier and comes today between three and five o'clock."),
            Topic(
                need: "My bill is ten euros higher than last month.",
                check: "It is about the ten euros on this bill. Have I understood you rightly?",
                answer: "The ten euros are for the new router, from the first of the month on."),
            Topic(
                need: "How do I pair the remote control?",
                check: "You would like to pair the remote control, is that correct?",
                answer: "Hold the two lower buttons until the lamp is green, and then press the round one."),
            Topic(
                need: "I am moving on Monday and have a new address.",
                check: "The contract should carry the new address from Monday, is that right?",
                answer: "The new address holds from Monday, and the confirmation is in your mail."),
            Topic(
                need: "I would like somebody to install the antenna.",
                check: "You would like an appointment for the antenna, is that correct?",
                answer: "The technician comes on Thursday at ten o'clock."),
        ],
        names: ["May I have your name, please?", "Gladly, {customer}, I will look at it with you."],
        goodbyes: ["Thank you for calling, and goodbye.", "Thanks for your time, have a pleasant day."],
        nextSteps: [
            "The next step is ours: the workshop writes to you on Thursday by noon.",
            "First we will check the meter, then I will write to you on Friday.",
        ],
        complaint: [
            "The lamp arrived in two pieces.", "Your technician was to come on Tuesday, and I waited all morning.",
        ],
        restatement: [
            "If I understand you rightly, the lamp came in two pieces.",
            "If I understand correctly, you waited all morning on Tuesday.",
        ],
        understanding: [
            "I understand how annoying this is.", "I understand how much trouble this has been.",
        ],
        procedure: ["This is how we handle a complaint, from today to the answer."],
        apology: [
            "I am sorry for the trouble that this has caused you.", "I apologise for the morning that you lost.",
        ],
        admission: "This was our mistake, and we will put it right.",
        offer: "We can send a replacement, or give the money back; which would you prefer?",
        thanks: ["Thank you for telling us.", "Thank you for being our customer."],
        callback: "I will call you back in a minute.",
        invitation: "Would you answer ten questions? Your opinion helps us to serve you better. Thank you!",
        invitationWithoutThanks: "Would you answer ten questions? Your opinion helps us to serve you better.",
        slips: [
            .nextPlease: "Next!", .dontKnow: "I don't know the answer.", .notMyJob: "That's not my job.",
            .companyWillNot: "The company will not agree.", .takeItOrLeaveIt: "Take it or leave it.",
            .ownHouse: "Our system is really hopeless.", .nuisance: "Not another complaint.",
            .accusation: "Why did you not read the instructions?", .calmDown: "Calm down.",
            .negative: "We never do that.", .vague: "We send it as soon as possible.",
            .fillers: "Um, um, um, let me see.",
        ])
}
