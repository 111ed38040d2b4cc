package sandbox

import "time"

// story is a request as customers make it.
type story struct {
	kind          string
	tag, issue    string // As the marketplace's form names the reason.
	wish          string
	warranty      string // What the customer declares.
	shippedBefore time.Duration
	photos        int
	scene         string            // What the photos show.
	sent          bool              // The parcel is on its way.
	text          map[string]string // By language.
}

const fewDays = 6 * day

var stories = []story{
	{"defect", "TECHNICAL", "BATTERY_NOT_CHARGING", "REFUND", "IN_WARRANTY", fewDays, 2, sceneDark, true, map[string]string{
		"fr": "Bonjour,\nle téléphone ne charge plus depuis hier, j’ai essayé trois câbles. Je souhaite être remboursé.\nMerci",
		"en": "Hello,\nthe phone has not charged since yesterday; I tried three cables. I would like a refund.\nThank you"}},
	{"defect", "TECHNICAL", "DISPLAY_ISSUES", "REFUND", "IN_WARRANTY", fewDays, 3, sceneLine, true, map[string]string{
		"fr": "Une ligne verte traverse l’écran à l’allumage (photos jointes). Comment puis-je vous le renvoyer ?",
		"en": "There is a green line across the screen (photos attached). How can I send it back?"}},
	{"change_of_mind", "CHANGED_MIND", "CHANGED_MIND", "REFUND", "IN_WARRANTY", fewDays, 0, "", true, map[string]string{
		"fr": "Bonjour, j’ai finalement gardé mon ancien téléphone, je souhaite renvoyer celui-ci.",
		"en": "Hi, I decided to keep my old phone and would like to return this one."}},
	{"defect", "TECHNICAL", "CAMERA_FAILURES", "REPLACE", "IN_WARRANTY", fewDays, 2, sceneBack, false, map[string]string{
		"fr": "La caméra arrière ne fait pas la mise au point, toutes les photos sont floues.",
		"en": "The rear camera does not focus; every picture is blurred."}},
	{"defect", "ESTHETICAL", "SCRATCHES", "REFUND", "IN_WARRANTY", fewDays, 3, sceneScratch, false, map[string]string{
		"fr": "L’état « très bon » n’est pas respecté : grosse rayure au dos, voir photos.",
		"en": "Not the “very good” condition promised: a deep scratch on the back, see photos."}},
	{"defect", "TECHNICAL", "POWER_ON_BOOT_FAILURE", "REPAIR_REPLACE", "IN_WARRANTY", fewDays, 1, sceneLogo, true, map[string]string{
		"fr": "Il redémarre tout seul en boucle sur le logo. <b>Urgent</b>, c’est mon téléphone de travail !",
		"en": "It keeps restarting at the logo. <b>Urgent</b>, this is my work phone!"}},
	{"warranty", "TECHNICAL", "BATTERY_DRAINS_FAST", "REPAIR", "IN_WARRANTY", 124 * day, 1, sceneLit, false, map[string]string{
		"fr": "Après quatre mois la batterie se vide en trois heures. Je fais jouer la garantie.",
		"en": "After four months the battery lasts three hours. I am using the warranty."}},
	{"defect", "BAD_PRODUCT", "WRONG_COLOR", "REPLACE", "IN_WARRANTY", fewDays, 1, sceneRed, false, map[string]string{
		"fr": "J’ai commandé un noir et j’ai reçu un rouge.",
		"en": "I ordered a black one and received a red one."}},
	{"change_of_mind", "CHANGED_MIND", "NO_LONGER_NEEDED", "REFUND", "IN_WARRANTY", fewDays, 0, "", false, map[string]string{
		"fr": "Cadeau en double, je voudrais le retourner. Il n’a pas été allumé.",
		"en": "A duplicate gift; I would like to return it. It was never switched on."}},
	{"defect", "TECHNICAL", "SPEAKER_NOT_WORKING", "REFUND", "IN_WARRANTY", fewDays, 0, "", false, map[string]string{
		"fr": "Le haut-parleur grésille dès que je monte le son.",
		"en": "The speaker crackles as soon as I turn up the volume."}},
	{"defect", "TECHNICAL", "NETWORK_FAILURE", "REFUND", "WATER_OR_DROPPED", fewDays, 2, sceneCrack, true, map[string]string{
		"fr": "Plus de réseau depuis trois jours, même avec une autre carte SIM. Il est tombé une fois de la table.",
		"en": "No signal for three days, even with another SIM. It fell off the table once."}},
	{"defect", "SOMETHING_NEW", "REASON_OF_TOMORROW", "GIFT_CARD", "", fewDays, 1, sceneCrack, false, map[string]string{
		"fr": "Voir la photo.",
		"en": "See the photo."}},
}

// plain are the stories of a kind, and of an issue where one is named, that are
// told plainly. The last one, whose words no client knows, is for the seed only.
func plain(kind, issue string) []story {
	if kind == "" {
		kind = "defect"
	}
	var fitting []story
	for _, s := range stories[:len(stories)-1] {
		if s.kind == kind && (issue == "" || s.issue == issue) {
			fitting = append(fitting, s)
		}
	}
	return fitting
}
