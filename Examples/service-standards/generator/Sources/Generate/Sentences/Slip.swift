/// A sentence that is better not said, and the standard that it breaks.
enum Slip: String, CaseIterable {
    case nextPlease = "wording.next_please"
    case dontKnow = "wording.dont_know"
    case notMyJob = "wording.not_my_job"
    case companyWillNot = "wording.company_will_not"
    case takeItOrLeaveIt = "wording.take_it_or_leave_it"
    case ownHouse = "wording.own_house"
    case nuisance = "wording.nuisance"
    case accusation = "wording.no_traps"
    case calmDown = "wording.calm_down"
    case negative = "wording.positive"
    case vague = "wording.named_time"
    case fillers = "wording.fillers"
}
