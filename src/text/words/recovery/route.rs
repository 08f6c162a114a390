//! The ways out by name, as something to do, and what to know of each.

use crate::domain::party::DebtorKind;
use crate::domain::recovery::RecoveryRoute;
use crate::text::Lang;

/// Its name.
#[must_use]
pub fn name(lang: Lang, route: RecoveryRoute) -> &'static str {
    match route {
        RecoveryRoute::KeepChasing => lang.pick("Continuer les relances", "Keep chasing"),
        RecoveryRoute::Mediator => lang.pick("Médiateur des entreprises", "Business mediator"),
        RecoveryRoute::Agency => lang.pick("Agence de recouvrement", "Collection agency"),
        RecoveryRoute::LawyerLetter => lang.pick("Lettre d’avocat", "Lawyer’s letter"),
        RecoveryRoute::Simplified => lang
            .pick("Procédure simplifiée, jusqu’à 5\u{202f}000\u{a0}€", "Simplified procedure, up to €5,000"),
        RecoveryRoute::Uncontested => {
            lang.pick("Créances commerciales incontestées", "Uncontested commercial claims")
        }
        RecoveryRoute::PaymentOrder => lang.pick("Injonction de payer", "Order for payment"),
        RecoveryRoute::Summary => lang.pick("Référé-provision", "Summary proceedings"),
        RecoveryRoute::Ordinary => lang.pick("Procès au fond", "Ordinary claim"),
        RecoveryRoute::European => lang.pick("Injonction de payer européenne", "European order for payment"),
        RecoveryRoute::Enforcement => lang.pick("Exécution forcée", "Enforcement"),
        RecoveryRoute::Sale => lang.pick("Vente de la créance", "Sale of the claim"),
        RecoveryRoute::WriteOff => lang.pick("Passage en perte", "Write-off"),
    }
}

/// What to do, as an order: « Demandez une injonction de payer ».
#[must_use]
pub fn order(lang: Lang, route: RecoveryRoute) -> &'static str {
    match route {
        RecoveryRoute::KeepChasing => lang.pick("Continuez à relancer", "Keep chasing"),
        RecoveryRoute::Mediator => {
            lang.pick("Saisissez le médiateur des entreprises", "Go to the Médiateur des entreprises")
        }
        RecoveryRoute::Agency => lang
            .pick("Confiez la créance à une agence de recouvrement", "Hand the claim to a collection agency"),
        RecoveryRoute::LawyerLetter => lang.pick("Faites écrire un avocat", "Have a lawyer write"),
        RecoveryRoute::Simplified => {
            lang.pick("Engagez la procédure simplifiée", "Start the simplified procedure")
        }
        RecoveryRoute::Uncontested => {
            lang.pick("Interrogez un commissaire de justice", "Ask a commissaire de justice")
        }
        RecoveryRoute::PaymentOrder => {
            lang.pick("Demandez une injonction de payer", "Ask for an order for payment")
        }
        RecoveryRoute::Summary => {
            lang.pick("Saisissez le juge des référés", "Go to the judge in summary proceedings")
        }
        RecoveryRoute::Ordinary => lang.pick("Assignez au fond", "Bring an ordinary claim"),
        RecoveryRoute::European => {
            lang.pick("Demandez une injonction de payer européenne", "Ask for a European order for payment")
        }
        RecoveryRoute::Enforcement => lang
            .pick("Confiez le titre à un commissaire de justice", "Give the title to an enforcement officer"),
        RecoveryRoute::Sale => {
            lang.pick("Cherchez un acheteur pour la créance", "Look for a buyer of the claim")
        }
        RecoveryRoute::WriteOff => lang.pick("Passez la créance en perte", "Write the claim off"),
    }
}

/// What to do, as a thought: « demander une injonction de payer ».
#[must_use]
pub fn thought(lang: Lang, route: RecoveryRoute) -> &'static str {
    match route {
        RecoveryRoute::KeepChasing => lang.pick("continuer à relancer", "to keep chasing"),
        RecoveryRoute::Mediator => {
            lang.pick("saisir le médiateur des entreprises", "to go to the Médiateur des entreprises")
        }
        RecoveryRoute::Agency => {
            lang.pick("confier la créance à une agence", "to hand the claim to an agency")
        }
        RecoveryRoute::LawyerLetter => lang.pick("faire écrire un avocat", "to have a lawyer write"),
        RecoveryRoute::Simplified => {
            lang.pick("engager la procédure simplifiée", "to start the simplified procedure")
        }
        RecoveryRoute::Uncontested => {
            lang.pick("interroger un commissaire de justice", "to ask a commissaire de justice")
        }
        RecoveryRoute::PaymentOrder => {
            lang.pick("demander une injonction de payer", "to ask for an order for payment")
        }
        RecoveryRoute::Summary => {
            lang.pick("saisir le juge des référés", "to go to the judge in summary proceedings")
        }
        RecoveryRoute::Ordinary => lang.pick("assigner au fond", "to bring an ordinary claim"),
        RecoveryRoute::European => lang
            .pick("demander une injonction de payer européenne", "to ask for a European order for payment"),
        RecoveryRoute::Enforcement => lang.pick("faire exécuter le titre", "to have the title enforced"),
        RecoveryRoute::Sale => lang.pick("chercher un acheteur", "to look for a buyer"),
        RecoveryRoute::WriteOff => lang.pick("s’arrêter là", "to stop there"),
    }
}

/// What to know of it, in a sentence or two, against a debtor of a kind: of an administrative matter, nothing of the civil courts.
#[must_use]
pub fn note(lang: Lang, route: RecoveryRoute, debtor: DebtorKind) -> &'static str {
    let public = if debtor == DebtorKind::Public { public_note(lang, route) } else { None };
    public.unwrap_or_else(|| usual_note(lang, route))
}

/// What is otherwise of it against a public buyer.
fn public_note(lang: Lang, route: RecoveryRoute) -> Option<&'static str> {
    match route {
        RecoveryRoute::Summary => Some(lang.pick(
            "Pour une dette qui n’est pas sérieusement contestable. Contre un acheteur public, le référé-provision se demande par requête au tribunal administratif, après une demande de paiement écrite restée sans effet (CJA art. R541-1 et R421-1, cités par des avocats, lus le 30\u{a0}novembre 2026\u{a0}: à vérifier sur Légifrance). L’avocat y serait obligatoire (CJA art. R431-2, à vérifier). Pas d’assignation.",
            "For a debt that cannot seriously be contested. Against a public buyer, summary proceedings are asked for by a request to the administrative court, after a written request for payment that had no effect (CJA art. R541-1 and R421-1 as lawyers quote them, read on 30\u{a0}November 2026: to be checked on Légifrance). A lawyer is said to be compulsory there (CJA art. R431-2, to be checked). No writ.",
        )),
        RecoveryRoute::Ordinary => Some(lang.pick(
            "Quand la dette est contestée. Long et cher. Contre un acheteur public, l’affaire relève du tribunal administratif, par requête et avec un avocat le plus souvent (CJA art. R421-1 et R431-2, à vérifier)\u{a0}: ni assignation, ni tribunal de commerce.",
            "Where the debt is contested. Long and dear. Against a public buyer, the matter is for the administrative court, by a request and mostly with a lawyer (CJA art. R421-1 and R431-2, to be checked): no writ, no commercial court.",
        )),
        RecoveryRoute::PaymentOrder => Some(lang.pick(
            "Aucune injonction de payer contre un acheteur public\u{a0}: le tribunal administratif n’en rend pas. Voyez le référé-provision.",
            "There is no order for payment against a public buyer: the administrative court makes none. See summary proceedings.",
        )),
        _ => None,
    }
}

fn usual_note(lang: Lang, route: RecoveryRoute) -> &'static str {
    match route {
        RecoveryRoute::KeepChasing => lang.pick(
            "Le moins cher, et le moins sûr à mesure que la créance vieillit\u{a0}: chaque mois d’attente coûte des chances.",
            "The cheapest, and the least certain as the claim ages: each month of waiting costs chances.",
        ),
        RecoveryRoute::Mediator => lang.pick(
            "Le client doit accepter d’y participer. La prescription est suspendue pendant la médiation (C. civ. art. 2238). Environ trois médiations engagées sur quatre aboutissent, selon le service lui-même\u{a0}; encore faut-il que le client y entre.",
            "The client must agree to take part. Limitation is suspended meanwhile (C. civ. art. 2238). About three mediations in four that begin succeed, as the service itself says; but the client has to take part.",
        ),
        RecoveryRoute::Agency => lang.pick(
            "L’agence agit à l’amiable et se paie sur ce qui rentre. Sa commission reste à votre charge (CPCE art. L111-8). Lisez le mandat\u{a0}: durée, exclusivité, frais de sortie.",
            "The agency acts amicably and is paid from what comes in. Its commission stays with you (CPCE art. L111-8). Read the mandate: length, exclusivity, leaving fees.",
        ),
        RecoveryRoute::LawyerLetter => lang.pick(
            "Une mise en demeure à en-tête d’avocat, au forfait. Son coût reste à votre charge tant qu’aucun juge n’a statué.",
            "A formal notice on a lawyer’s letterhead, for a flat fee. Its cost stays with you until a court has decided.",
        ),
        RecoveryRoute::Simplified => lang.pick(
            "Par le commissaire de justice du ressort du débiteur. Un mois de silence vaut refus\u{a0}; un accord donne un titre exécutoire. Tous les frais sont à votre charge. Entre commerçants, la voie des créances incontestées la remplace depuis avril 2026.",
            "By the commissaire de justice of the debtor’s area. A month of silence is a refusal; an agreement can be enforced. All costs are yours. Between traders, the procedure for uncontested claims takes its place since April 2026.",
        ),
        RecoveryRoute::Uncontested => lang.pick(
            "Loi du 23 avril 2026\u{a0}: commandement de payer, un mois pour payer ou contester, puis un procès-verbal rendu exécutoire par le greffe. Le décret de tarif n’était pas publié au 25 septembre 2026, et les professions libérales comme les artisans non commerçants en sont exclus\u{a0}: posez la question à un commissaire de justice. À vérifier.",
            "Act of 23 April 2026: an order to pay is served, a month to pay or contest, then a record the clerk makes enforceable. The decree on its price was not published on 25 September 2026, and liberal professions and craftsmen who are no traders are outside: ask a commissaire de justice. To be checked.",
        ),
        RecoveryRoute::PaymentOrder => lang.pick(
            "Sans audience ni avocat. L’ordonnance rendue depuis le 1er\u{a0}septembre 2026 doit être signifiée dans les trois mois, sinon elle est sans effet. Si le débiteur fait opposition, l’affaire va à l’audience. Les frais d’exécution viennent en plus.",
            "No hearing, no lawyer. An order made since 1\u{a0}September 2026 must be served within three months, or it has no effect. If the debtor opposes it, there is a hearing. Enforcement costs come on top.",
        ),
        RecoveryRoute::Summary => lang.pick(
            "Pour une dette qui n’est pas sérieusement contestable (CPC art. 835 et 873). Une audience, en quelques semaines, sans avocat obligatoire jusqu’à 10\u{202f}000\u{a0}€. Le juge peut faire supporter une part de l’avocat au débiteur (CPC art. 700).",
            "For a debt that cannot seriously be contested (CPC art. 835 and 873). One hearing, within weeks, no lawyer needed up to €10,000. The judge may have the debtor bear a part of the lawyer (CPC art. 700).",
        ),
        RecoveryRoute::Ordinary => lang.pick(
            "Quand la dette est contestée. Long et cher\u{a0}; avocat obligatoire au-delà de 10\u{202f}000\u{a0}€. Jusqu’à 5\u{202f}000\u{a0}€ devant le tribunal judiciaire, une conciliation est exigée d’abord (CPC art. 750-1, rédaction à vérifier).",
            "Where the debt is contested. Long and dear; a lawyer is compulsory above €10,000. Up to €5,000 before the tribunal judiciaire, a conciliation comes first (CPC art. 750-1, wording to be checked).",
        ),
        RecoveryRoute::European => lang.pick(
            "Formulaire A, sans audience ni avocat, pour un débiteur d’un autre pays de l’Union, Danemark excepté. Le tribunal répond en principe en trente jours\u{a0}; une fois l’injonction signifiée, le débiteur en a trente pour s’opposer, puis elle s’exécute dans toute l’Union sans autre formalité (règlement n°\u{a0}1896/2006, art. 12, 16 à 19, lus le 30\u{a0}novembre 2026). Les frais dépendent du tribunal saisi. Jusqu’à 5\u{202f}000\u{a0}€, il y a aussi la procédure européenne de règlement des petits litiges, même si le client conteste (règlement n°\u{a0}861/2007, à vérifier).",
            "Form A, no hearing, no lawyer, for a debtor in another country of the Union but Denmark. The court answers within thirty days as a rule; once the order is served the debtor has thirty days to oppose it, then it is enforced in the whole Union without more (regulation no. 1896/2006, art. 12, 16 to 19, read on 30\u{a0}November 2026). Costs depend on the court. Up to €5,000 there is the European small claims procedure as well, even where the client contests (regulation no. 861/2007, to be checked).",
        ),
        RecoveryRoute::Enforcement => lang.pick(
            "Avec un titre exécutoire, un commissaire de justice peut saisir comptes, véhicules ou sommes dues au débiteur. Vous avancez ses actes\u{a0}; le débiteur les rembourse en principe (CPCE art. L111-8). Une part de ce qui rentre reste à votre charge, de 14\u{a0}% d’une petite somme à 5\u{a0}% d’une grande, TVA comprise (C. com. art. A444-32, cité par un commissaire de justice, lu le 30\u{a0}novembre 2026, à vérifier). Ailleurs dans l’Union, l’agent d’exécution est celui du pays.",
            "With an enforceable title an officer can seize accounts, vehicles or what others owe the debtor. You advance the acts; the debtor pays them back as a rule (CPCE art. L111-8). A share of what comes in stays with you, from 14% of a small sum to 5% of a large one, VAT included (C. com. art. A444-32 as an officer quotes it, read on 30\u{a0}November 2026, to be checked). Elsewhere in the Union, the agent is that of the country.",
        ),
        RecoveryRoute::Sale => lang.pick(
            "Vous touchez une part, tout de suite, et la créance n’est plus à vous\u{a0}: le client doit en être averti (C. civ. art. 1324). Peu d’acheteurs prennent une facture seule.",
            "You get a share, at once, and the claim is no longer yours: the client must be told (C. civ. art. 1324). Few buyers take a single invoice.",
        ),
        RecoveryRoute::WriteOff => lang.pick(
            "Vous ne dépensez plus rien. La TVA déjà versée à l’État se récupère si la créance est définitivement perdue (CGI art. 272)\u{a0}: sur des prestations, elle n’est due qu’à l’encaissement, il n’y a le plus souvent rien à reprendre. Voyez votre comptable.",
            "You spend nothing more. VAT already paid to the State comes back once the claim is lost for good (CGI art. 272): on services it is only due on payment, so there is mostly nothing to take back. See your accountant.",
        ),
    }
}
