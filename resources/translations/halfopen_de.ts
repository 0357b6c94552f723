<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>: it then refuses about {} calls</source>
        <translation>: Er weist dann etwa {} Aufrufe ab</translation>
    </message>
    <message>
        <source>{} failures open it, and one request that fails each time makes {} tries{}</source>
        <translation>{} Fehler öffnen ihn, und eine Anfrage, die jedes Mal fehlschlägt, macht {} Versuche{}</translation>
    </message>
    <message>
        <source>more than 100 % of the calls would have to fail</source>
        <translation>mehr als 100 % der Aufrufe müssten fehlschlagen</translation>
    </message>
    <message>
        <source>all that calls to {} can fail with here is {}, which does not count as a failure</source>
        <translation>alles, womit Aufrufe an {} fehlschlagen können, ist hier {}, und das zählt nicht als Fehler</translation>
    </message>
    <message>
        <source>the minimum is {} calls, the window holds {}</source>
        <translation>das Minimum ist {} Aufrufe, das Fenster fasst {}</translation>
    </message>
    <message>
        <source>{} calls are needed within {}; at {}/s{} one breaker sees about {}{}. It would take {}/s</source>
        <translation>{} Aufrufe sind nötig innerhalb von {}; bei {}/s{} sieht ein Breaker etwa {}{}. Nötig wären {}/s</translation>
    </message>
    <message>
        <source>the whole run of {}</source>
        <translation>dem ganzen Lauf von {}</translation>
    </message>
    <message>
        <source> in each instance</source>
        <translation> in jeder Instanz</translation>
    </message>
    <message>
        <source>, all retries counted</source>
        <translation>, alle Retries mitgezählt</translation>
    </message>
    <message>
        <source>{} of the calls to {} fail by chance, each on its own: it opens after about {} calls, once in {} at {}/s, and refuses {} of all calls though nothing is down</source>
        <translation>{} der Aufrufe an {} schlagen durch Zufall fehl, jeder für sich: Er öffnet nach etwa {} Aufrufen, einmal in {} bei {}/s, und weist {} aller Aufrufe ab, obwohl nichts ausgefallen ist</translation>
    </message>
    <message>
        <source>: up to {} calls are refused while {} is well</source>
        <translation>: Bis zu {} Aufrufe werden abgewiesen, während {} gesund ist</translation>
    </message>
    <message>
        <source>it stays open for {}, the longest outage here lasts {}{}</source>
        <translation>er bleibt {} offen, der längste Ausfall hier dauert {}{}</translation>
    </message>
    <message>
        <source>it stays open for {} and remembers {}, also after it has closed: the failures that opened it are still counted when it closes</source>
        <translation>er bleibt {} offen und erinnert sich an {}, auch nach dem Schließen: Die Fehler, die ihn geöffnet haben, zählen noch, wenn er schließt</translation>
    </message>
    <message>
        <source>calls to {} may hang, and no timeout ends a probe: {} hung {} keeps it half-open for ever</source>
        <translation>Aufrufe an {} können hängen, und kein Timeout beendet eine Probe: {} hängende {} hält ihn für immer halb offen</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>the window is {} long, one timeout takes {}</source>
        <translation>das Fenster ist {} lang, ein Timeout dauert {}</translation>
    </message>
    <message>
        <source>{} of the {} replicas of {} is less than one: none is ever taken out</source>
        <translation>{} der {} Replikate von {} sind weniger als eines: Nie wird eines herausgenommen</translation>
    </message>
    <message>
        <source>Inside the retry loop a breaker counts each try: a single bad request can close the service to everybody.</source>
        <translation>Innerhalb der Retry-Schleife zählt ein Breaker jeden Versuch: Eine einzige schlechte Anfrage kann den Dienst für alle sperren.</translation>
    </message>
    <message>
        <source>Set the breaker&apos;s threshold above max_attempts, or put the breaker outside the retry (order).</source>
        <translation>Die Schwelle des Breakers über max_attempts legen oder den Breaker außerhalb des Retry stellen (order).</translation>
    </message>
    <message>
        <source>This breaker can never open.</source>
        <translation>Dieser Breaker kann nie öffnen.</translation>
    </message>
    <message>
        <source>Let the failures that matter count for it, and ask for no more of them than its window holds.</source>
        <translation>Die Fehler, auf die es ankommt, für ihn zählen lassen und nicht mehr von ihnen verlangen, als sein Fenster fasst.</translation>
    </message>
    <message>
        <source>A minimum above the window cannot be reached; libraries cut it down to the window without a word.</source>
        <translation>Ein Minimum über dem Fenster ist unerreichbar; Bibliotheken kürzen es wortlos auf das Fenster.</translation>
    </message>
    <message>
        <source>Set minimum_calls to at most window.calls.</source>
        <translation>minimum_calls höchstens so groß wie window.calls wählen.</translation>
    </message>
    <message>
        <source>A breaker that needs more calls than it ever sees never decides anything.</source>
        <translation>Ein Breaker, der mehr Aufrufe braucht, als er je sieht, entscheidet nie etwas.</translation>
    </message>
    <message>
        <source>Lower minimum_calls, widen the window, share the breaker, or count failures in a row.</source>
        <translation>minimum_calls senken, das Fenster verlängern, den Breaker gemeinsam nutzen oder Fehler in Folge zählen.</translation>
    </message>
    <message>
        <source>Failures that come by chance are enough to open this breaker while nothing is down.</source>
        <translation>Zufällige Fehler genügen, um diesen Breaker zu öffnen, obwohl nichts ausgefallen ist.</translation>
    </message>
    <message>
        <source>Ask for more failures, count a rate over a window, or do not count what is the request&apos;s own fault.</source>
        <translation>Mehr Fehler verlangen, eine Quote über ein Fenster zählen oder nicht zählen, woran die Anfrage selbst schuld ist.</translation>
    </message>
    <message>
        <source>An open time beyond the outage refuses calls that would be served.</source>
        <translation>Eine Offenzeit über den Ausfall hinaus weist Aufrufe ab, die bedient würden.</translation>
    </message>
    <message>
        <source>Set open_for below the time that outages last; a probe is cheap.</source>
        <translation>open_for unter die Dauer der Ausfälle legen; eine Probe ist billig.</translation>
    </message>
    <message>
        <source>A window that is not cleared on closing still holds the old failures: the next one opens it again.</source>
        <translation>Ein Fenster, das beim Schließen nicht geleert wird, enthält noch die alten Fehler: Der nächste öffnet ihn wieder.</translation>
    </message>
    <message>
        <source>Set open_for above the window, or reset_window: on_close.</source>
        <translation>open_for über das Fenster legen oder reset_window: on_close.</translation>
    </message>
    <message>
        <source>A half-open breaker waits for its probes; one that never returns keeps it waiting.</source>
        <translation>Ein halb offener Breaker wartet auf seine Proben; eine, die nie zurückkehrt, lässt ihn weiter warten.</translation>
    </message>
    <message>
        <source>Give the policy a timeout, or the breaker a probe_timeout.</source>
        <translation>Der Policy einen Timeout geben oder dem Breaker ein probe_timeout.</translation>
    </message>
    <message>
        <source>A window that is shorter than two timeouts has forgotten a call&apos;s beginning when its timeout counts.</source>
        <translation>Ein Fenster, das kürzer als zwei Timeouts ist, hat den Anfang eines Aufrufs vergessen, wenn sein Timeout zählt.</translation>
    </message>
    <message>
        <source>Make the window at least twice the timeout.</source>
        <translation>Das Fenster mindestens doppelt so lang wie den Timeout wählen.</translation>
    </message>
    <message>
        <source>A balancer that may take out less than one replica takes out none.</source>
        <translation>Ein Lastverteiler, der weniger als ein Replikat herausnehmen darf, nimmt keines heraus.</translation>
    </message>
    <message>
        <source>Raise ejection.max_share above 1 / replicas, or set ejection.always_one: true.</source>
        <translation>ejection.max_share über 1 / replicas legen oder ejection.always_one: true setzen.</translation>
    </message>
    <message>
        <source>{} calls a second come in at the peak, {} workers serve {}</source>
        <translation>{} Aufrufe je Sekunde kommen in der Spitze an, {} Worker bedienen {}</translation>
    </message>
    <message>
        <source>{} calls a second come in at the peak, {} are let in</source>
        <translation>{} Aufrufe je Sekunde kommen in der Spitze an, {} werden eingelassen</translation>
    </message>
    <message>
        <source>{} requests a second come at the peak{}, {} are let through: {}</source>
        <translation>{} Anfragen je Sekunde kommen in der Spitze{}, {} werden durchgelassen: {}</translation>
    </message>
    <message>
        <source> to each instance</source>
        <translation> zu jeder Instanz</translation>
    </message>
    <message>
        <source>{} are refused</source>
        <translation>{} werden abgewiesen</translation>
    </message>
    <message>
        <source>the wait grows as long as that lasts</source>
        <translation>die Wartezeit wächst, solange das dauert</translation>
    </message>
    <message>
        <source>rate x latency is {} calls under way{}, {} are let in at once: {}</source>
        <translation>Rate × Latenz sind {} Aufrufe unterwegs{}, {} werden zugleich eingelassen: {}</translation>
    </message>
    <message>
        <source>its queue fills, and then it refuses</source>
        <translation>seine Warteschlange füllt sich, und dann weist er ab</translation>
    </message>
    <message>
        <source>{} are refused with nothing wrong</source>
        <translation>{} werden abgewiesen, ohne dass etwas gestört ist</translation>
    </message>
    <message>
        <source>{} serves {} calls a second and gets {}. Once it is slow, {} can make that {}: it recovers by itself only below {} requests a second</source>
        <translation>{} bedient {} Aufrufe je Sekunde und bekommt {}. Wird er einmal langsam, können {} daraus {} machen: Er erholt sich von selbst nur unter {} Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>about {} of the requests send a further copy to {}</source>
        <translation>etwa {} der Anfragen senden eine weitere Kopie an {}</translation>
    </message>
    <message>
        <source>; that adds {} a request</source>
        <translation>; das kostet {} mehr je Anfrage</translation>
    </message>
    <message>
        <source>; the losers are not cancelled and hold workers to their end</source>
        <translation>; die Verlierer werden nicht abgebrochen und belegen Worker bis zu ihrem Ende</translation>
    </message>
    <message>
        <source>; it takes no cancellation, so the losers hold workers to their end</source>
        <translation>; er nimmt keinen Abbruch an, also belegen die Verlierer Worker bis zu ihrem Ende</translation>
    </message>
    <message>
        <source>More calls come in than can be served: the queue grows for as long as that lasts.</source>
        <translation>Mehr Aufrufe kommen an, als bedient werden können: Die Warteschlange wächst, solange das dauert.</translation>
    </message>
    <message>
        <source>Add workers or replicas, shed load, or expect to see the queue and its timeouts.</source>
        <translation>Worker oder Replikate hinzufügen, Last abwerfen oder mit der Warteschlange und ihren Timeouts rechnen.</translation>
    </message>
    <message>
        <source>A rate limit below the rate of calls refuses or delays for good.</source>
        <translation>Ein Rate Limit unter der Rate der Aufrufe weist ab oder verzögert auf Dauer.</translation>
    </message>
    <message>
        <source>Raise the limit or slow the callers down; a retry cannot make room.</source>
        <translation>Die Grenze anheben oder die Aufrufer bremsen; ein Retry schafft keinen Platz.</translation>
    </message>
    <message>
        <source>A bulkhead below rate x latency refuses calls to a healthy service.</source>
        <translation>Ein Bulkhead unter Rate × Latenz weist Aufrufe an einen gesunden Dienst ab.</translation>
    </message>
    <message>
        <source>Set its concurrency to at least rate x p99 of the latency.</source>
        <translation>concurrency auf mindestens Rate × p99 der Latenz setzen.</translation>
    </message>
    <message>
        <source>Above capacity / (1 + retries) a short trouble can leave the service down for good, by its retries alone.</source>
        <translation>Über Kapazität / (1 + Retries) kann eine kurze Störung den Dienst auf Dauer lahmlegen, allein durch seine Retries.</translation>
    </message>
    <message>
        <source>Bound retries with a budget or a breaker, try less often, let calls be cancelled, or add capacity.</source>
        <translation>Retries durch ein Budget oder einen Breaker begrenzen, seltener versuchen, Abbrüche erlauben oder Kapazität hinzufügen.</translation>
    </message>
    <message>
        <source>Each hedged copy is paid for, and loads the service until it is cancelled.</source>
        <translation>Jede Kopie wird bezahlt und belastet den Dienst, bis sie abgebrochen wird.</translation>
    </message>
    <message>
        <source>Hedge late (after_quantile: 95%), and only calls that are cheap and can be cancelled.</source>
        <translation>Spät kopieren (after_quantile: 95%) und nur billige Aufrufe, die sich abbrechen lassen.</translation>
    </message>
    <message>
        <source>hardly a request</source>
        <translation>kaum eine Anfrage</translation>
    </message>
    <message>
        <source>about {} requests</source>
        <translation>etwa {} Anfragen</translation>
    </message>
    <message>
        <source>by the failure table alone {} of the requests go on with nothing, and all of them while the whole chain is down</source>
        <translation>nach der Fehlertabelle allein machen {} der Anfragen mit nichts weiter, und alle, solange die ganze Kette ausgefallen ist</translation>
    </message>
    <message>
        <source>{} of the calls to {} end with {}: it is not retried, does not fall back, and is {} to breakers</source>
        <translation>{} der Aufrufe an {} enden mit {}: Das wird nicht wiederholt, weicht nicht aus und ist für Breaker {}</translation>
    </message>
    <message>
        <source>a success</source>
        <translation>ein Erfolg</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>it is down for {} from {} on</source>
        <translation>er ist {} lang ausgefallen, ab {}</translation>
    </message>
    <message>
        <source>its outages last {} on average</source>
        <translation>seine Ausfälle dauern im Mittel {}</translation>
    </message>
    <message>
        <source>its outages last {} on average, every {}</source>
        <translation>seine Ausfälle dauern im Mittel {}, alle {}</translation>
    </message>
    <message>
        <source>{} may ask it meanwhile</source>
        <translation>{} fragen ihn währenddessen vielleicht</translation>
    </message>
    <message>
        <source>requests go on asking it</source>
        <translation>Anfragen fragen ihn weiter</translation>
    </message>
    <message>
        <source>no breaker before {}: {}, and {}, {}</source>
        <translation>kein Breaker vor {}: {}, und {}, {}</translation>
    </message>
    <message>
        <source>each up to {} times</source>
        <translation>jede bis zu {}-mal</translation>
    </message>
    <message>
        <source>for nothing</source>
        <translation>umsonst</translation>
    </message>
    <message>
        <source>all requests meanwhile</source>
        <translation>alle Anfragen währenddessen</translation>
    </message>
    <message>
        <source>{} is all there is: {}, and {} have nowhere to go</source>
        <translation>{} ist alles, was es gibt: {}, und {} haben keine Ausweichmöglichkeit</translation>
    </message>
    <message>
        <source>try {} at {} would begin after {}</source>
        <translation>Versuch {} bei {} würde nach {} beginnen</translation>
    </message>
    <message>
        <source>the next leg would begin after {}</source>
        <translation>das nächste Glied würde nach {} beginnen</translation>
    </message>
    <message>
        <source>when every try times out, {}; the deadline is {}</source>
        <translation>wenn jeder Versuch in den Timeout läuft, gilt: {}; die Frist ist {}</translation>
    </message>
    <message>
        <source>{} of the calls</source>
        <translation>{} der Aufrufe</translation>
    </message>
    <message>
        <source>calls during a fault</source>
        <translation>Aufrufe während einer Störung</translation>
    </message>
    <message>
        <source>{} to {} are never answered, and nothing gives them up{}</source>
        <translation>{} an {} werden nie beantwortet, und nichts gibt sie auf{}</translation>
    </message>
    <message>
        <source> before the deadline of {} ends the request</source>
        <translation>, bevor die Frist von {} die Anfrage beendet</translation>
    </message>
    <message>
        <source>: their requests never end</source>
        <translation>: Ihre Anfragen enden nie</translation>
    </message>
    <message>
        <source>{} of the calls to {} take longer than {} with no fault on</source>
        <translation>{} der Aufrufe an {} dauern ohne Störung länger als {}</translation>
    </message>
    <message>
        <source>{}{} = {} calls to {} for one request while it fails</source>
        <translation>{}{} = {} Aufrufe an {} für eine Anfrage, solange er fehlschlägt</translation>
    </message>
    <message>
        <source>its workers serve</source>
        <translation>seine Worker bedienen</translation>
    </message>
    <message>
        <source>its rate limit admits</source>
        <translation>seine Grenze lässt zu</translation>
    </message>
    <message>
        <source>when the legs before it fail, {} calls a second come to {}; {} {} a second</source>
        <translation>wenn die Glieder davor scheitern, kommen {} Aufrufe je Sekunde zu {}; {} {} je Sekunde</translation>
    </message>
    <message>
        <source>Going on with nothing looks like success to whoever comes after.</source>
        <translation>Mit nichts weiterzumachen sieht für alle Nachfolgenden wie ein Erfolg aus.</translation>
    </message>
    <message>
        <source>Let the request fail (exhausted: raise), or say what is missing (partial), and record every failure.</source>
        <translation>Die Anfrage scheitern lassen (exhausted: raise) oder sagen, was fehlt (partial), und jeden Fehler aufzeichnen.</translation>
    </message>
    <message>
        <source>A failure that nothing reacts to and nothing counts is one that nobody sees.</source>
        <translation>Einen Fehler, auf den nichts reagiert und den nichts zählt, sieht niemand.</translation>
    </message>
    <message>
        <source>Record it, and let it count: for a retry, a fallback or a breaker.</source>
        <translation>Ihn aufzeichnen und zählen lassen: für einen Retry, einen Fallback oder einen Breaker.</translation>
    </message>
    <message>
        <source>Without a breaker every request finds out by itself that the service is down.</source>
        <translation>Ohne Breaker findet jede Anfrage selbst heraus, dass der Dienst ausgefallen ist.</translation>
    </message>
    <message>
        <source>Put a breaker before external services, sized to their outages.</source>
        <translation>Einen Breaker vor externe Dienste stellen, passend zu ihren Ausfällen.</translation>
    </message>
    <message>
        <source>What has no alternative fails for as long as its only service is down.</source>
        <translation>Was keine Alternative hat, scheitert, solange sein einziger Dienst ausgefallen ist.</translation>
    </message>
    <message>
        <source>Add a leg to the chain: cheaper, rougher or older data is better than none.</source>
        <translation>Der Kette ein Glied hinzufügen: Billigere, gröbere oder ältere Daten sind besser als keine.</translation>
    </message>
    <message>
        <source>The deadline ends the request before the tries that the policy promises have been made.</source>
        <translation>Die Frist beendet die Anfrage vor den Versuchen, die die Policy verspricht.</translation>
    </message>
    <message>
        <source>Shorten the timeouts or the waits, try less often, or allow more time.</source>
        <translation>Timeouts oder Wartezeiten verkürzen, seltener versuchen oder mehr Zeit geben.</translation>
    </message>
    <message>
        <source>A call that is never answered ends only when its caller gives up.</source>
        <translation>Ein Aufruf, der nie beantwortet wird, endet erst, wenn sein Aufrufer aufgibt.</translation>
    </message>
    <message>
        <source>Give the leg a timeout a little above the time that nearly all answers take.</source>
        <translation>Dem Glied einen Timeout etwas über der Dauer fast aller Antworten geben.</translation>
    </message>
    <message>
        <source>A timeout below what answers take cuts good calls, and their work is done for nobody.</source>
        <translation>Ein Timeout unter der Dauer der Antworten kappt gute Aufrufe, und ihre Arbeit geschieht für niemanden.</translation>
    </message>
    <message>
        <source>Set the timeout above the 99th percentile of the service&apos;s latency.</source>
        <translation>Den Timeout über das 99. Perzentil der Latenz des Dienstes legen.</translation>
    </message>
    <message>
        <source>Retries at several layers multiply: the bottom layer gets the product, at the worst moment.</source>
        <translation>Retries auf mehreren Ebenen multiplizieren sich: Die unterste bekommt das Produkt, im schlimmsten Moment.</translation>
    </message>
    <message>
        <source>Retry at one layer only, and let the others pass failures on; or bound them with a budget.</source>
        <translation>Nur auf einer Ebene wiederholen und die anderen Fehler weitergeben lassen; oder mit einem Budget begrenzen.</translation>
    </message>
    <message>
        <source>A fallback that cannot carry the load which comes over is down as soon as it is needed.</source>
        <translation>Ein Fallback, der die herüberkommende Last nicht trägt, fällt aus, sobald er gebraucht wird.</translation>
    </message>
    <message>
        <source>Give it the capacity, or shed load before it (a bulkhead or a rate limiter).</source>
        <translation>Ihm die Kapazität geben oder davor Last abwerfen (Bulkhead oder Rate Limiter).</translation>
    </message>
    <message>
        <source>; at {} of about {} each they are over after {}</source>
        <translation>; bei {} mit je etwa {} sind sie nach {} vorbei</translation>
    </message>
    <message>
        <source>{} with no wait before the first retry{}</source>
        <translation>{} ohne Wartezeit vor dem ersten Retry{}</translation>
    </message>
    <message>
        <source>the waits are {}</source>
        <translation>die Wartezeiten sind {}</translation>
    </message>
    <message>
        <source>{}: {} tries serve {} of what {} could, the further {} add {}; while {} is down every request costs up to {} calls</source>
        <translation>{}: {} Versuche bedienen {} von dem, was {} könnte, die weiteren {} bringen {} dazu; solange {} ausgefallen ist, kostet jede Anfrage bis zu {} Aufrufe</translation>
    </message>
    <message>
        <source>{} of the calls to {} fail in a way that is retried, with no fault on: {} attempts a request</source>
        <translation>{} der Aufrufe an {} schlagen ohne Störung so fehl, dass sie wiederholt werden: {} Versuche je Anfrage</translation>
    </message>
    <message>
        <source>{} of the requests meet them, and each sends {} calls more for nothing</source>
        <translation>{} der Anfragen treffen darauf, und jede sendet {} weitere Aufrufe umsonst</translation>
    </message>
    <message>
        <source>none of them occurs here by chance</source>
        <translation>keiner von ihnen kommt hier durch Zufall vor</translation>
    </message>
    <message>
        <source>retries {}; {}</source>
        <translation>wiederholt {}; {}</translation>
    </message>
    <message>
        <source>{} asks {} {}, and a call that was given up still has its effect there: about {} doubled effects in 1,000 requests by chance alone</source>
        <translation>{} fragt {} {}, und ein aufgegebener Aufruf wirkt dort trotzdem: etwa {} doppelte Wirkungen in 1,000 Anfragen, allein durch Zufall</translation>
    </message>
    <message>
        <source>with hedged copies</source>
        <translation>mit Kopien</translation>
    </message>
    <message>
        <source>up to {} times</source>
        <translation>bis zu {}-mal</translation>
    </message>
    <message>
        <source>a call to {} costs {}: one request may cost {} before anything could have changed</source>
        <translation>ein Aufruf an {} kostet {}: Eine Anfrage kann {} kosten, bevor sich etwas geändert haben könnte</translation>
    </message>
    <message>
        <source>to come back in {}</source>
        <translation>, in {} wiederzukommen</translation>
    </message>
    <message>
        <source>when a call will be let in</source>
        <translation>, wann ein Aufruf eingelassen wird</translation>
    </message>
    <message>
        <source>{} says {}; this policy comes back after {}</source>
        <translation>{} sagt{}; diese Policy kommt zurück nach {}</translation>
    </message>
    <message>
        <source>a refused request waits {} in all, up to {} times, to be refused again while the breaker is open ({})</source>
        <translation>eine abgewiesene Anfrage wartet insgesamt {}, bis zu {}-mal, um wieder abgewiesen zu werden, solange der Breaker offen ist ({})</translation>
    </message>
    <message>
        <source>all waits together last at most {}, the breaker stays open for {}: a request that it refuses is refused {} times</source>
        <translation>alle Wartezeiten zusammen dauern höchstens {}, der Breaker bleibt {} offen: Eine Anfrage, die er abweist, wird {}-mal abgewiesen</translation>
    </message>
    <message>
        <source>A retry without a wait meets the very condition that failed the try before it, and adds load while it lasts.</source>
        <translation>Ein Retry ohne Wartezeit trifft auf genau den Zustand, an dem der Versuch davor scheiterte, und bringt Last, solange er dauert.</translation>
    </message>
    <message>
        <source>Give the retry a backoff: exponential, from about the time that one call takes.</source>
        <translation>Dem Retry einen Backoff geben: exponentiell, etwa ab der Dauer eines Aufrufs.</translation>
    </message>
    <message>
        <source>Waits that do not grow keep asking a service that is in trouble at the same pace.</source>
        <translation>Wartezeiten, die nicht wachsen, fragen einen Dienst in Not im selben Takt weiter.</translation>
    </message>
    <message>
        <source>Let the waits double: family exponential, multiplier 2, with a cap.</source>
        <translation>Die Wartezeiten verdoppeln: family exponential, multiplier 2, mit einem Deckel.</translation>
    </message>
    <message>
        <source>Beyond five retries almost nothing is gained, and in an outage each of them is load.</source>
        <translation>Über fünf Retries hinaus ist fast nichts zu gewinnen, und bei einem Ausfall ist jeder von ihnen Last.</translation>
    </message>
    <message>
        <source>Keep to 3 to 5 retries, and fall back after them.</source>
        <translation>Bei 3 bis 5 Retries bleiben und danach ausweichen.</translation>
    </message>
    <message>
        <source>A few retries would carry most requests over failures that pass by themselves.</source>
        <translation>Wenige Retries würden die meisten Anfragen über Fehler tragen, die von selbst vergehen.</translation>
    </message>
    <message>
        <source>Give the leg 3 to 5 retries with backoff and jitter, or a fallback.</source>
        <translation>Dem Glied 3 bis 5 Retries mit Backoff und Jitter geben oder einen Fallback.</translation>
    </message>
    <message>
        <source>Without jitter all callers that failed at one moment come back at one moment.</source>
        <translation>Ohne Jitter kommen alle Aufrufer, die im selben Moment scheiterten, im selben Moment wieder.</translation>
    </message>
    <message>
        <source>Set jitter: full (or equal, decorrelated).</source>
        <translation>jitter: full setzen (oder equal, decorrelated).</translation>
    </message>
    <message>
        <source>A high retry rate says that something is wrong all the time, which retries only hide.</source>
        <translation>Eine hohe Retry-Quote sagt, dass ständig etwas nicht stimmt, was Retries nur verbergen.</translation>
    </message>
    <message>
        <source>Watch the retry rate, find the cause of the commonest failure, and bound retries with a budget.</source>
        <translation>Die Retry-Quote beobachten, die Ursache des häufigsten Fehlers finden und Retries mit einem Budget begrenzen.</translation>
    </message>
    <message>
        <source>An error that is a property of the request or of its rights fails again each time.</source>
        <translation>Ein Fehler, der an der Anfrage oder ihren Rechten liegt, tritt jedes Mal wieder auf.</translation>
    </message>
    <message>
        <source>Leave these kinds out of retry.kinds; heal what can be healed.</source>
        <translation>Diese Arten aus retry.kinds weglassen; heilen, was heilbar ist.</translation>
    </message>
    <message>
        <source>A call that timed out may have had its effect: trying it again repeats the effect.</source>
        <translation>Ein Aufruf, der in den Timeout lief, kann gewirkt haben: Ihn zu wiederholen wiederholt die Wirkung.</translation>
    </message>
    <message>
        <source>Set idempotency_key: true at the service, or do not retry (or hedge) this call.</source>
        <translation>Beim Dienst idempotency_key: true setzen oder diesen Aufruf nicht wiederholen (oder kopieren).</translation>
    </message>
    <message>
        <source>Retrying an expensive call at once multiplies its cost within moments.</source>
        <translation>Einen teuren Aufruf sofort zu wiederholen vervielfacht seine Kosten in wenigen Momenten.</translation>
    </message>
    <message>
        <source>Give the retry a backoff and a budget, or fall back to something cheaper.</source>
        <translation>Dem Retry einen Backoff und ein Budget geben oder auf etwas Billigeres ausweichen.</translation>
    </message>
    <message>
        <source>The service says when to come back, and nobody listens.</source>
        <translation>Der Dienst sagt, wann man wiederkommen soll, und niemand hört zu.</translation>
    </message>
    <message>
        <source>Set retry_after.honour: true, with a limit.</source>
        <translation>retry_after.honour: true setzen, mit einer Grenze.</translation>
    </message>
    <message>
        <source>Retrying the breaker&apos;s own refusal keeps requests waiting for a service that is known to be down.</source>
        <translation>Die eigene Abweisung des Breakers zu wiederholen lässt Anfragen auf einen Dienst warten, von dem bekannt ist, dass er ausgefallen ist.</translation>
    </message>
    <message>
        <source>Leave breaker_open out of retry.kinds and fall back at once.</source>
        <translation>breaker_open aus retry.kinds weglassen und sofort ausweichen.</translation>
    </message>
    <message>
        <source>All retries of a refused request fall into the time that the breaker stays open.</source>
        <translation>Alle Retries einer abgewiesenen Anfrage fallen in die Zeit, in der der Breaker offen bleibt.</translation>
    </message>
    <message>
        <source>Leave breaker_open out of retry.kinds, or let the waits reach beyond the open time.</source>
        <translation>breaker_open aus retry.kinds weglassen oder die Wartezeiten über die Offenzeit hinausreichen lassen.</translation>
    </message>
    <message>
        <source>{} and about {} calls in flight at {}: what fails together comes back together, after exactly {}</source>
        <translation>{} und etwa {} Aufrufe unterwegs bei {}: Was zusammen scheitert, kommt zusammen zurück, nach genau {}</translation>
    </message>
    <message>
        <source>caller instance</source>
        <translation>Aufrufer-Instanz</translation>
    </message>
    <message>
        <source>caller instances</source>
        <translation>Aufrufer-Instanzen</translation>
    </message>
    <message>
        <source>{} at {}: {} of the requests would be served by the failure table alone, with 4 attempts = 3 retries {}; {}</source>
        <translation>{} bei {}: Nach der Fehlertabelle allein würden {} der Anfragen bedient, mit 4 Versuchen = 3 Retries {}; {}</translation>
    </message>
    <message>
        <source>the goal is {}</source>
        <translation>das Ziel ist {}</translation>
    </message>
    <message>
        <source>a common goal is {}</source>
        <translation>ein übliches Ziel ist {}</translation>
    </message>
</context>
<context>
    <name>Aftermath</name>
    <message>
        <source>none refused</source>
        <translation>keine abgewiesen</translation>
    </message>
    <message>
        <source>{} refused</source>
        <translation>{} abgewiesen</translation>
    </message>
    <message>
        <source>, {} more refused meanwhile</source>
        <translation>, {} weitere währenddessen abgewiesen</translation>
    </message>
    <message>
        <source>half-open since {}, no verdict yet{}</source>
        <translation>halb offen seit {}, noch kein Urteil{}</translation>
    </message>
    <message>
        <source>no verdict came in time, so it opened again at {}{}</source>
        <translation>kein Urteil kam rechtzeitig, also öffnete er wieder bei {}{}</translation>
    </message>
    <message>
        <source>its probe</source>
        <translation>seine Probe</translation>
    </message>
    <message>
        <source>the probe</source>
        <translation>die Probe</translation>
    </message>
    <message>
        <source>its probe #{}</source>
        <translation>seine Probe #{}</translation>
    </message>
    <message>
        <source>the probe #{}</source>
        <translation>die Probe #{}</translation>
    </message>
    <message>
        <source>{} succeeded at {}, so it closed{}</source>
        <translation>{} gelang bei {}, also schloss er{}</translation>
    </message>
    <message>
        <source>{} failed at {}, so it opened again{}</source>
        <translation>{} schlug bei {} fehl, also öffnete er wieder{}</translation>
    </message>
    <message>
        <source>, of these {} after {} was healthy again ({})</source>
        <translation>, davon {}, nachdem {} wieder gesund war ({})</translation>
    </message>
    <message>
        <source>closed from then on</source>
        <translation>von da an geschlossen</translation>
    </message>
    <message>
        <source>stays closed for {}, until it opens at {}</source>
        <translation>bleibt {} geschlossen, bis er bei {} öffnet</translation>
    </message>
    <message>
        <source>{} so far; re-tests at {} at the earliest</source>
        <translation>bisher {}; prüft frühestens bei {} wieder</translation>
    </message>
    <message>
        <source>{} in {}{}; {}</source>
        <translation>{} in {}{}; {}</translation>
    </message>
</context>
<context>
    <name>ArrivalFields</name>
    <message>
        <source>arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>How requests come.</source>
        <translation>Wie Anfragen ankommen.</translation>
    </message>
    <message>
        <source>Open arrivals go on while a service is down and pile up; a closed loop waits and hides it.</source>
        <translation>Offene Ankünfte gehen weiter, während ein Dienst ausgefallen ist, und stauen sich; ein geschlossener Kreis wartet und verbirgt es.</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>evenly spaced</source>
        <translation>in gleichen Abständen</translation>
    </message>
    <message>
        <source>in phases</source>
        <translation>in Phasen</translation>
    </message>
    <message>
        <source>one batch</source>
        <translation>ein Stapel</translation>
    </message>
    <message>
        <source>waiting clients</source>
        <translation>wartende Nutzer</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dauert</translation>
    </message>
    <message>
        <source>How long the phase lasts.</source>
        <translation>Wie lange die Phase dauert.</translation>
    </message>
    <message>
        <source>After the last phase nothing arrives.</source>
        <translation>Nach der letzten Phase kommt nichts mehr an.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>a ramp</source>
        <translation>eine Rampe</translation>
    </message>
    <message>
        <source>Whether the rate stays or goes evenly from one to another.</source>
        <translation>Ob die Rate bleibt oder gleichmäßig von einer zur anderen geht.</translation>
    </message>
    <message>
        <source>Two phases of one length make a step; a short one makes a burst.</source>
        <translation>Zwei gleich lange Phasen sind eine Stufe; eine kurze ist ein Stoß.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>Requests per second at the start of the phase.</source>
        <translation>Anfragen je Sekunde am Anfang der Phase.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Requests per second at its end.</source>
        <translation>Anfragen je Sekunde an ihrem Ende.</translation>
    </message>
    <message>
        <source>Add a phase</source>
        <translation>Phase hinzufügen</translation>
    </message>
    <message>
        <source>One more stretch of time with a rate of its own.</source>
        <translation>Eine weitere Zeitspanne mit eigener Rate.</translation>
    </message>
    <message>
        <source>batch items</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>How many requests the batch has.</source>
        <translation>Wie viele Anfragen der Stapel hat.</translation>
    </message>
    <message>
        <source>All of them are tried; some may fail.</source>
        <translation>Alle werden versucht; einige dürfen scheitern.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>How many items are in progress at a time.</source>
        <translation>Wie viele Teile gleichzeitig in Arbeit sind.</translation>
    </message>
    <message>
        <source>More finish sooner and press harder.</source>
        <translation>Mehr werden früher fertig und drücken stärker.</translation>
    </message>
    <message>
        <source>starts at</source>
        <translation>beginnt bei</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Users who wait for an answer, think, and ask again.</source>
        <translation>Nutzer, die auf eine Antwort warten, nachdenken und wieder fragen.</translation>
    </message>
    <message>
        <source>A closed loop slows down with the service: it cannot overload it for long.</source>
        <translation>Ein geschlossener Kreis wird mit dem Dienst langsamer: Er kann ihn nicht lange überlasten.</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The pause between a user&apos;s requests.</source>
        <translation>Die Pause zwischen den Anfragen eines Nutzers.</translation>
    </message>
    <message>
        <source>pacing</source>
        <translation>Taktung</translation>
    </message>
    <message>
        <source>latency from</source>
        <translation>Latenz ab</translation>
    </message>
    <message>
        <source>More load fills queues; with unlimited workers it only makes the picture denser.</source>
        <translation>Mehr Last füllt Warteschlangen; mit unbegrenzten Workern wird nur das Bild dichter.</translation>
    </message>
    <message>
        <source>Requests per second on average, at random moments (Poisson).</source>
        <translation>Anfragen je Sekunde im Mittel, zu zufälligen Zeiten (Poisson).</translation>
    </message>
    <message>
        <source>one every</source>
        <translation>eine alle</translation>
    </message>
    <message>
        <source>The fixed gap between requests.</source>
        <translation>Der feste Abstand zwischen Anfragen.</translation>
    </message>
    <message>
        <source>recorded in</source>
        <translation>aufgezeichnet in</translation>
    </message>
    <message>
        <source>A CSV file of arrival times beside the scenario, with the columns at and, optionally, operation.</source>
        <translation>Eine CSV-Datei mit Ankunftszeiten neben dem Szenario, mit den Spalten at und, wenn gewünscht, operation.</translation>
    </message>
    <message>
        <source>What really came says more than a rate.</source>
        <translation>Was wirklich ankam, sagt mehr als eine Rate.</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Bookmark at %1. A double click, or F2 there, writes a note to it.</source>
        <translation>Lesezeichen bei %1. Ein Doppelklick oder F2 darauf schreibt eine Notiz dazu.</translation>
    </message>
</context>
<context>
    <name>BreakerFields</name>
    <message>
        <source>preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>The library or text that this breaker behaves like.</source>
        <translation>Die Bibliothek oder der Text, nach dem sich dieser Breaker verhält.</translation>
    </message>
    <message>
        <source>A preset sets every switch; fields below refine it.</source>
        <translation>Eine Vorgabe setzt alle Schalter; die Felder darunter verfeinern sie.</translation>
    </message>
    <message>
        <source>trips on</source>
        <translation>löst aus bei</translation>
    </message>
    <message>
        <source>What makes a closed breaker open.</source>
        <translation>Was einen geschlossenen Breaker öffnet.</translation>
    </message>
    <message>
        <source>Failures in a row forget at each success; a count since the last reset never forgets.</source>
        <translation>Fehler in Folge vergessen bei jedem Erfolg; eine Zählung seit dem letzten Zurücksetzen vergisst nie.</translation>
    </message>
    <message>
        <source>failures in a row</source>
        <translation>Fehlern in Folge</translation>
    </message>
    <message>
        <source>failures in all</source>
        <translation>Fehlern insgesamt</translation>
    </message>
    <message>
        <source>last calls</source>
        <translation>letzten Aufrufen</translation>
    </message>
    <message>
        <source>last seconds</source>
        <translation>letzten Sekunden</translation>
    </message>
    <message>
        <source>trips at</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>The failure rate of the window at which it opens.</source>
        <translation>Die Fehlerquote des Fensters, bei der er öffnet.</translation>
    </message>
    <message>
        <source>Lower reacts sooner and trips more often without need.</source>
        <translation>Niedriger reagiert früher und löst öfter ohne Not aus.</translation>
    </message>
    <message>
        <source>So many failures open it.</source>
        <translation>So viele Fehler öffnen ihn.</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>in Folge</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>How far back results count.</source>
        <translation>Wie weit zurück Ergebnisse zählen.</translation>
    </message>
    <message>
        <source>A longer window is surer and slower.</source>
        <translation>Ein längeres Fenster ist sicherer und langsamer.</translation>
    </message>
    <message>
        <source>How many of the last results count.</source>
        <translation>Wie viele der letzten Ergebnisse zählen.</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>With fewer results it cannot trip.</source>
        <translation>Mit weniger Ergebnissen kann er nicht auslösen.</translation>
    </message>
    <message>
        <source>Keeps two unlucky calls at night from opening it.</source>
        <translation>Verhindert, dass zwei unglückliche Aufrufe in der Nacht ihn öffnen.</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>Offenzeit</translation>
    </message>
    <message>
        <source>How long it stays open before a probe.</source>
        <translation>Wie lange er offen bleibt, bevor eine Probe folgt.</translation>
    </message>
    <message>
        <source>Longer spares the service; shorter finds out sooner that it is well again.</source>
        <translation>Länger schont den Dienst; kürzer merkt früher, dass es ihm wieder gut geht.</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>How many calls are let through half-open.</source>
        <translation>Wie viele Aufrufe halb offen durchgelassen werden.</translation>
    </message>
    <message>
        <source>More probes judge better and hurt more while it is ill.</source>
        <translation>Mehr Proben urteilen besser und schaden mehr, solange der Dienst krank ist.</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>Whether calls are refused while the service keeps failing.</source>
        <translation>Ob Aufrufe abgewiesen werden, solange der Dienst fehlschlägt.</translation>
    </message>
    <message>
        <source>Off: every request waits for a service that is down.</source>
        <translation>Aus: Jede Anfrage wartet auf einen Dienst, der ausgefallen ist.</translation>
    </message>
    <message>
        <source>open time</source>
        <translation>Offenzeit</translation>
    </message>
    <message>
        <source>the same each time</source>
        <translation>jedes Mal gleich</translation>
    </message>
    <message>
        <source>grows</source>
        <translation>wächst</translation>
    </message>
    <message>
        <source>Whether it stays open for longer each time.</source>
        <translation>Ob er jedes Mal länger offen bleibt.</translation>
    </message>
    <message>
        <source>A service that is still ill after the probe is asked less and less.</source>
        <translation>Ein Dienst, der nach der Probe noch krank ist, wird immer seltener gefragt.</translation>
    </message>
    <message>
        <source>as the preset</source>
        <translation>wie die Vorgabe</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>its rule looks at a window</source>
        <translation>seine Regel sieht auf ein Fenster</translation>
    </message>
    <message>
        <source>slow calls count too</source>
        <translation>langsame Aufrufe zählen mit</translation>
    </message>
    <message>
        <source>its open time is not always the same</source>
        <translation>seine Offenzeit ist nicht immer gleich</translation>
    </message>
    <message>
        <source>one success does not close it</source>
        <translation>ein einziger Erfolg schließt ihn nicht</translation>
    </message>
    <message>
        <source>it is asked only when something else happens</source>
        <translation>er wird nur gefragt, wenn etwas anderes geschieht</translation>
    </message>
    <message>
        <source>requests try again</source>
        <translation>Anfragen versuchen es noch einmal</translation>
    </message>
    <message>
        <source>faults change the service during the run</source>
        <translation>Störungen ändern den Dienst während des Laufs</translation>
    </message>
    <message>
        <source>the scenario is edited during the run</source>
        <translation>das Szenario wird während des Laufs geändert</translation>
    </message>
    <message>
        <source>outages of the service last beyond one call</source>
        <translation>Ausfälle des Dienstes dauern über einen Aufruf hinaus</translation>
    </message>
    <message>
        <source>calls do not fail independently of each other</source>
        <translation>Aufrufe schlagen nicht unabhängig voneinander fehl</translation>
    </message>
    <message>
        <source>the rate of its calls is not known</source>
        <translation>die Rate seiner Aufrufe ist nicht bekannt</translation>
    </message>
    <message>
        <source>calls overlap, so that late results arrive while it is open</source>
        <translation>Aufrufe überlappen sich, sodass späte Ergebnisse ankommen, während er offen ist</translation>
    </message>
    <message>
        <source>calls that hang are heard of late</source>
        <translation>von hängenden Aufrufen wird spät gehört</translation>
    </message>
    <message>
        <source>nothing that counts for it fails by chance</source>
        <translation>nichts, was für ihn zählt, schlägt durch Zufall fehl</translation>
    </message>
    <message>
        <source>breaker before {}</source>
        <translation>Breaker vor {}</translation>
    </message>
    <message>
        <source>each call fails on its own, and is over before the next one</source>
        <translation>jeder Aufruf schlägt für sich fehl und ist vor dem nächsten vorbei</translation>
    </message>
    <message>
        <source>faults change {} during the run</source>
        <translation>Störungen ändern {} während des Laufs</translation>
    </message>
    <message>
        <source>the outages of {} last beyond one attempt</source>
        <translation>die Ausfälle von {} dauern über einen Versuch hinaus</translation>
    </message>
    <message>
        <source>{} limits its rate</source>
        <translation>{} begrenzt seine Rate</translation>
    </message>
    <message>
        <source>{} fails with the services that it calls</source>
        <translation>{} scheitert mit den Diensten, die er aufruft</translation>
    </message>
    <message>
        <source>calls to {} contend for a lock</source>
        <translation>Aufrufe an {} konkurrieren um eine Sperre</translation>
    </message>
    <message>
        <source>answers of {} may be rejected</source>
        <translation>Antworten von {} können verworfen werden</translation>
    </message>
    <message>
        <source>{} refuses calls when its queue is full</source>
        <translation>{} weist Aufrufe ab, wenn seine Warteschlange voll ist</translation>
    </message>
    <message>
        <source>waiting at {} makes calls time out</source>
        <translation>Warten bei {} lässt Aufrufe in den Timeout laufen</translation>
    </message>
    <message>
        <source>calls to {} may hang without a timeout</source>
        <translation>Aufrufe an {} können ohne Timeout hängen</translation>
    </message>
    <message>
        <source>a breaker refuses calls after failures</source>
        <translation>ein Breaker weist nach Fehlern Aufrufe ab</translation>
    </message>
    <message>
        <source>a budget refuses retries after failures</source>
        <translation>ein Budget weist nach Fehlern Retries ab</translation>
    </message>
    <message>
        <source>a guard may refuse calls</source>
        <translation>ein Schutz kann Aufrufe abweisen</translation>
    </message>
    <message>
        <source>copies of a call are hedged</source>
        <translation>Kopien eines Aufrufs werden gesendet</translation>
    </message>
    <message>
        <source>timeouts grow, so that later attempts fail less</source>
        <translation>Timeouts wachsen, sodass spätere Versuche seltener scheitern</translation>
    </message>
    <message>
        <source>the latency depends on load</source>
        <translation>die Latenz hängt von der Last ab</translation>
    </message>
    <message>
        <source>the deadline cuts attempts</source>
        <translation>die Frist schneidet Versuche ab</translation>
    </message>
    <message>
        <source>healing changes what a request carries</source>
        <translation>Heilung ändert, was eine Anfrage mit sich trägt</translation>
    </message>
    <message>
        <source>inputs fail again with every attempt</source>
        <translation>Eingaben scheitern bei jedem Versuch wieder</translation>
    </message>
    <message>
        <source>an ErrorRecoveryPolicy has rules of its own</source>
        <translation>eine ErrorRecoveryPolicy hat eigene Regeln</translation>
    </message>
    <message>
        <source>retry loop</source>
        <translation>Retry-Schleife</translation>
    </message>
    <message>
        <source>chain of retry loops</source>
        <translation>Kette von Retry-Schleifen</translation>
    </message>
    <message>
        <source>each attempt fails on its own, with one probability at each service</source>
        <translation>jeder Versuch schlägt für sich fehl, mit einer Wahrscheinlichkeit je Dienst</translation>
    </message>
    <message>
        <source>calls that fail come again (retry)</source>
        <translation>fehlgeschlagene Aufrufe kommen wieder (Retry)</translation>
    </message>
    <message>
        <source>callers may leave before they are served (timeout)</source>
        <translation>Aufrufer können gehen, bevor sie bedient sind (Timeout)</translation>
    </message>
    <message>
        <source>a breaker may keep calls away</source>
        <translation>ein Breaker kann Aufrufe fernhalten</translation>
    </message>
    <message>
        <source>a guard changes when calls arrive</source>
        <translation>ein Schutz ändert, wann Aufrufe ankommen</translation>
    </message>
    <message>
        <source>hedged copies come on top</source>
        <translation>Kopien kommen hinzu</translation>
    </message>
    <message>
        <source>a budget may keep calls away</source>
        <translation>ein Budget kann Aufrufe fernhalten</translation>
    </message>
    <message>
        <source>another service calls it</source>
        <translation>ein anderer Dienst ruft ihn auf</translation>
    </message>
    <message>
        <source>it is a fallback, asked when the legs before it fail</source>
        <translation>er ist ein Fallback, gefragt nur, wenn die Glieder davor scheitern</translation>
    </message>
    <message>
        <source>healing may ask it again</source>
        <translation>Heilung kann ihn noch einmal fragen</translation>
    </message>
    <message>
        <source>callers may leave before they are served (deadline)</source>
        <translation>Aufrufer können gehen, bevor sie bedient sind (Frist)</translation>
    </message>
    <message>
        <source>its calls do not come as a Poisson process of one rate</source>
        <translation>seine Aufrufe kommen nicht als Poisson-Prozess mit fester Rate</translation>
    </message>
    <message>
        <source>faults change it during the run</source>
        <translation>Störungen ändern ihn während des Laufs</translation>
    </message>
    <message>
        <source>its outages come and go (availability)</source>
        <translation>seine Ausfälle kommen und gehen (availability)</translation>
    </message>
    <message>
        <source>it limits its rate</source>
        <translation>er begrenzt seine Rate</translation>
    </message>
    <message>
        <source>its workers wait for the services that it calls</source>
        <translation>seine Worker warten auf die Dienste, die er aufruft</translation>
    </message>
    <message>
        <source>its replicas have queues of their own</source>
        <translation>seine Replikate haben eigene Warteschlangen</translation>
    </message>
    <message>
        <source>its calls contend for a lock</source>
        <translation>seine Aufrufe konkurrieren um eine Sperre</translation>
    </message>
    <message>
        <source>some calls are refused before they queue</source>
        <translation>manche Aufrufe werden vor der Warteschlange abgewiesen</translation>
    </message>
    <message>
        <source>its service time has no mean of its own</source>
        <translation>seine Bedienzeit hat kein eigenes Mittel</translation>
    </message>
    <message>
        <source>there is no closed form for a bounded queue with this service time</source>
        <translation>für eine begrenzte Warteschlange mit dieser Bedienzeit gibt es keine geschlossene Form</translation>
    </message>
    <message>
        <source>its service time has no variance of its own</source>
        <translation>seine Bedienzeit hat keine eigene Varianz</translation>
    </message>
    <message>
        <source>there is no closed form for several workers with this service time</source>
        <translation>für mehrere Worker mit dieser Bedienzeit gibt es keine geschlossene Form</translation>
    </message>
    <message>
        <source>there is no steady state: {} calls a second come to workers that serve {}</source>
        <translation>es gibt keinen stationären Zustand: {} Aufrufe je Sekunde kommen zu Workern, die {} bedienen</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Poisson arrivals, plain calls, one station in its steady state</source>
        <translation>Poisson-Ankünfte, einfache Aufrufe, eine Station im stationären Zustand</translation>
    </message>
    <message>
        <source>the behaviour of the service changes over time (profile)</source>
        <translation>das Verhalten des Dienstes ändert sich mit der Zeit (profile)</translation>
    </message>
    <message>
        <source>the behaviour of {} changes over time (profile)</source>
        <translation>das Verhalten von {} ändert sich mit der Zeit (profile)</translation>
    </message>
    <message>
        <source>its behaviour changes over time (profile)</source>
        <translation>sein Verhalten ändert sich mit der Zeit (profile)</translation>
    </message>
</context>
<context>
    <name>DistributionFields</name>
    <message>
        <source>%1 kind</source>
        <translation>%1 Art</translation>
    </message>
    <message>
        <source>How the times are spread.</source>
        <translation>Wie die Zeiten streuen.</translation>
    </message>
    <message>
        <source>The slow tail decides what a timeout cuts; an average hides it.</source>
        <translation>Der langsame Rand entscheidet, was ein Timeout kappt; ein Mittelwert verbirgt ihn.</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>gamma</translation>
    </message>
    <message>
        <source>pareto</source>
        <translation>pareto</translation>
    </message>
    <message>
        <source>grows with load</source>
        <translation>wächst mit der Last</translation>
    </message>
    <message>
        <source>mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Stichproben</translation>
    </message>
    <message>
        <source>A CSV file with one column of measured durations, beside the scenario; each is as likely.</source>
        <translation>Eine CSV-Datei mit einer Spalte gemessener Dauern neben dem Szenario; jede ist gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>Measured times say more than a formula.</source>
        <translation>Gemessene Zeiten sagen mehr als eine Formel.</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>One more way that the time may come out, with a weight of its own.</source>
        <translation>Eine weitere Art, wie die Zeit ausfallen kann, mit eigenem Gewicht.</translation>
    </message>
    <message>
        <source>%1, part %2</source>
        <translation>%1, Teil %2</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>How often this part is drawn.</source>
        <translation>Wie oft dieser Teil gezogen wird.</translation>
    </message>
    <message>
        <source>The weights sum to 100 %: the other parts give way.</source>
        <translation>Die Gewichte ergeben zusammen 100 %: Die anderen Teile geben nach.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 mean</source>
        <translation>%1 Mittel</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 Zeit</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 von</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 bis</translation>
    </message>
    <message>
        <source>%1 p50</source>
        <translation>%1 p50</translation>
    </message>
    <message>
        <source>%1 p99</source>
        <translation>%1 p99</translation>
    </message>
    <message>
        <source>%1 sd</source>
        <translation>%1 sd</translation>
    </message>
    <message>
        <source>%1 cv</source>
        <translation>%1 cv</translation>
    </message>
    <message>
        <source>%1 alpha</source>
        <translation>%1 alpha</translation>
    </message>
    <message>
        <source>%1 cap</source>
        <translation>%1 Deckel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 base</source>
        <translation>%1 Basis</translation>
    </message>
    <message>
        <source>%1 per call</source>
        <translation>%1 je Aufruf</translation>
    </message>
</context>
<context>
    <name>DocumentFields</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>about</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>lets finish</source>
        <translation>lässt auslaufen</translation>
    </message>
    <message>
        <source>for at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>plays at</source>
        <translation>spielt mit</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>1 goal</source>
        <translation>1 Ziel</translation>
    </message>
    <message>
        <source>%1 goals</source>
        <translation>%1 Ziele</translation>
    </message>
    <message>
        <source>What the run is held against; the card of this figure says whether it was met.</source>
        <translation>Woran der Lauf gemessen wird; die Karte dieser Kennzahl sagt, ob es erreicht wurde.</translation>
    </message>
    <message>
        <source>Timed edits</source>
        <translation>Zeitgesteuerte Änderungen</translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>sets</source>
        <translation>setzt</translation>
    </message>
    <message>
        <source>to</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>timed edit %1</source>
        <translation>zeitgesteuerte Änderung %1</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>no edit can change {}</source>
        <translation>keine Änderung im Lauf kann ändern: {}</translation>
    </message>
    <message>
        <source>which services there are</source>
        <translation>welche Dienste es gibt</translation>
    </message>
    <message>
        <source>which policies there are</source>
        <translation>welche Policies es gibt</translation>
    </message>
    <message>
        <source>which operations there are</source>
        <translation>welche Operationen es gibt</translation>
    </message>
    <message>
        <source>which failure kinds there are</source>
        <translation>welche Fehlerarten es gibt</translation>
    </message>
    <message>
        <source>which inputs there are</source>
        <translation>welche Eingaben es gibt</translation>
    </message>
    <message>
        <source>the number of replicas, {}</source>
        <translation>die Zahl der Replikate, {}</translation>
    </message>
    <message>
        <source>what a service calls</source>
        <translation>was ein Dienst aufruft</translation>
    </message>
    <message>
        <source>how writes collide</source>
        <translation>wie Schreibvorgänge kollidieren</translation>
    </message>
    <message>
        <source>which services go down together</source>
        <translation>welche Dienste zusammen ausfallen</translation>
    </message>
    <message>
        <source>which breakers and guards there are</source>
        <translation>welche Breaker und Schutzschichten es gibt</translation>
    </message>
    <message>
        <source>what instances share</source>
        <translation>was Instanzen gemeinsam haben</translation>
    </message>
    <message>
        <source>the legs of a chain</source>
        <translation>die Glieder einer Kette</translation>
    </message>
    <message>
        <source>what a workload asks for</source>
        <translation>was eine Last verlangt</translation>
    </message>
    <message>
        <source>the number of instances, {}</source>
        <translation>die Zahl der Instanzen, {}</translation>
    </message>
    <message>
        <source>the luck of a workload</source>
        <translation>das Glück einer Last</translation>
    </message>
    <message>
        <source>the kind of arrivals, but for poisson, every and phases, which can follow each other</source>
        <translation>die Art der Ankünfte, außer poisson, every und phases, die aufeinander folgen können</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>einen Stapel</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>eine Aufzeichnung</translation>
    </message>
    <message>
        <source>the number of clients, {}</source>
        <translation>die Zahl der Nutzer, {}</translation>
    </message>
    <message>
        <source>the number of workloads, {}</source>
        <translation>die Zahl der Lasten, {}</translation>
    </message>
    <message>
        <source>the number of faults, {}</source>
        <translation>die Zahl der Störungen, {}</translation>
    </message>
    <message>
        <source>what a fault meets</source>
        <translation>was eine Störung trifft</translation>
    </message>
    <message>
        <source>the kind of a fault</source>
        <translation>die Art einer Störung</translation>
    </message>
</context>
<context>
    <name>EditMarks</name>
    <message>
        <source>policy changed at %1</source>
        <translation>Policy geändert bei %1</translation>
    </message>
    <message>
        <source>service changed at %1</source>
        <translation>Dienst geändert bei %1</translation>
    </message>
    <message>
        <source>workload changed at %1</source>
        <translation>Last geändert bei %1</translation>
    </message>
    <message>
        <source>operation changed at %1</source>
        <translation>Operation geändert bei %1</translation>
    </message>
    <message>
        <source>scenario changed at %1</source>
        <translation>Szenario geändert bei %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>{}attempt {} sent to {}, {}</source>
        <translation>{}Versuch {} an {} gesendet, {}</translation>
    </message>
    <message>
        <source>timeout {}</source>
        <translation>Timeout {}</translation>
    </message>
    <message>
        <source>no timeout</source>
        <translation>ohne Timeout</translation>
    </message>
    <message>
        <source>the wait was drawn from up to {}</source>
        <translation>die Wartezeit wurde aus bis zu {} gezogen</translation>
    </message>
    <message>
        <source>a service&apos;s own call: </source>
        <translation>eigener Aufruf eines Dienstes: </translation>
    </message>
    <message>
        <source>copy {}: </source>
        <translation>Kopie {}: </translation>
    </message>
    <message>
        <source>skips {}: its breaker is OPEN{}</source>
        <translation>überspringt {}: Sein Breaker ist OPEN{}</translation>
    </message>
    <message>
        <source> until {}</source>
        <translation> bis {}</translation>
    </message>
    <message>
        <source>hedges at {}: {}</source>
        <translation>sendet eine Kopie an {}: {}</translation>
    </message>
    <message>
        <source>a copy failed</source>
        <translation>eine Kopie schlug fehl</translation>
    </message>
    <message>
        <source>no answer after {}</source>
        <translation>keine Antwort nach {}</translation>
    </message>
    <message>
        <source>goes on to {} after {} ({})</source>
        <translation>geht nach {1} weiter zu {0} ({2})</translation>
    </message>
    <message>
        <source>{} pays for a retry after {}, {:g} left</source>
        <translation>{} bezahlt einen Retry nach {}, {:g} übrig</translation>
    </message>
    <message>
        <source>replica {} of {} is taken out of turn until {}: {}</source>
        <translation>Replikat {} von {} ist herausgenommen bis {}: {}</translation>
    </message>
    <message>
        <source>replica {} of {} is back in turn</source>
        <translation>Replikat {} von {} ist wieder an der Reihe</translation>
    </message>
    <message>
        <source>edit {} applied</source>
        <translation>Änderung {} angewandt</translation>
    </message>
    <message>
        <source>edit: {} = {}</source>
        <translation>Änderung: {} = {}</translation>
    </message>
    <message>
        <source>bulkhead</source>
        <translation>Bulkhead</translation>
    </message>
    <message>
        <source>rate limiter</source>
        <translation>Rate Limiter</translation>
    </message>
    <message>
        <source>breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>, carries </source>
        <translation>, trägt </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>a request</source>
        <translation>eine Anfrage</translation>
    </message>
    <message>
        <source>started {} in instance {}{}</source>
        <translation>begann {} in Instanz {}{}</translation>
    </message>
    <message>
        <source>after {} in {}</source>
        <translation>nach {} in {}</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>served by {} {}{}</source>
        <translation>bedient von {} {}{}</translation>
    </message>
    <message>
        <source>, the answer is wrong</source>
        <translation>, die Antwort ist falsch</translation>
    </message>
    <message>
        <source>failed at its deadline {}</source>
        <translation>an ihrer Frist gescheitert {}</translation>
    </message>
    <message>
        <source>went on with nothing ({}) {}</source>
        <translation>machte mit nichts weiter ({}) {}</translation>
    </message>
    <message>
        <source>ended with a partial result ({}) {}</source>
        <translation>endete mit einem Teilergebnis ({}) {}</translation>
    </message>
    <message>
        <source>failed with {} {}</source>
        <translation>gescheitert mit {} {}</translation>
    </message>
    <message>
        <source>asks {}</source>
        <translation>fragt {}</translation>
    </message>
    <message>
        <source>asks {} again after healing</source>
        <translation>fragt {} nach der Heilung noch einmal</translation>
    </message>
    <message>
        <source>falls back to {} after {}</source>
        <translation>weicht auf {} aus nach {}</translation>
    </message>
    <message>
        <source>, cost {}</source>
        <translation>, kostete {}</translation>
    </message>
    <message>
        <source>, a fault was on</source>
        <translation>, eine Störung herrschte</translation>
    </message>
    <message>
        <source>attempt {} at {} was given up by the caller{}{}</source>
        <translation>Versuch {} an {} wurde vom Aufrufer aufgegeben{}{}</translation>
    </message>
    <message>
        <source>attempt {} at {} {}{}{}{}</source>
        <translation>Versuch {} an {} {}{}{}{}</translation>
    </message>
    <message>
        <source> with a wrong answer</source>
        <translation> mit falscher Antwort</translation>
    </message>
    <message>
        <source>is parked before {} ({})</source>
        <translation>wartet vor {} ({})</translation>
    </message>
    <message>
        <source>backoff</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>the server&apos;s Retry-After</source>
        <translation>Retry-After des Servers</translation>
    </message>
    <message>
        <source>healing schedule</source>
        <translation>Heilungsplan</translation>
    </message>
    <message>
        <source>waits {} before it asks {} again ({}) after {}</source>
        <translation>wartet {}, bevor es {} wieder fragt ({}), nach {}</translation>
    </message>
    <message>
        <source>no further try at {}: {} is not retried</source>
        <translation>kein weiterer Versuch an {}: {} wird nicht wiederholt</translation>
    </message>
    <message>
        <source>no further try at {}: attempts used up, the last with {}</source>
        <translation>kein weiterer Versuch an {}: Versuche aufgebraucht, der letzte mit {}</translation>
    </message>
    <message>
        <source>no further try at {}: the server asked for too long a wait</source>
        <translation>kein weiterer Versuch an {}: Der Server verlangte eine zu lange Wartezeit</translation>
    </message>
    <message>
        <source>no further try at {}: the next wait would pass the deadline</source>
        <translation>kein weiterer Versuch an {}: Die nächste Wartezeit ginge über die Frist</translation>
    </message>
    <message>
        <source>breaker of {}</source>
        <translation>Breaker von {}</translation>
    </message>
    <message>
        <source>a success</source>
        <translation>ein Erfolg</translation>
    </message>
    <message>
        <source>a failure</source>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{} counts {} as {} ({} failures now)</source>
        <translation>{} zählt {} als {} (jetzt {} Fehler)</translation>
    </message>
    <message>
        <source>{}: {} measured against {}</source>
        <translation>{}: {} gemessen gegen {}</translation>
    </message>
    <message>
        <source>refused by {} ({}), nothing was sent</source>
        <translation>abgewiesen von {} ({}), nichts wurde gesendet</translation>
    </message>
    <message>
        <source>refused by the {}, nothing was sent</source>
        <translation>abgewiesen: {}, nichts wurde gesendet</translation>
    </message>
    <message>
        <source>refused by the {} until {}, nothing was sent</source>
        <translation>abgewiesen: {} bis {}, nichts wurde gesendet</translation>
    </message>
    <message>
        <source>, re-tests at {}</source>
        <translation>, prüft wieder bei {}</translation>
    </message>
    <message>
        <source>too many failures in a row</source>
        <translation>zu viele Fehler in Folge</translation>
    </message>
    <message>
        <source>too many failures since the last reset</source>
        <translation>zu viele Fehler seit dem letzten Zurücksetzen</translation>
    </message>
    <message>
        <source>failure rate over the limit</source>
        <translation>Fehlerquote über der Grenze</translation>
    </message>
    <message>
        <source>too many failures in its window</source>
        <translation>zu viele Fehler im Fenster</translation>
    </message>
    <message>
        <source>too many slow calls</source>
        <translation>zu viele langsame Aufrufe</translation>
    </message>
    <message>
        <source>too many probes failed</source>
        <translation>zu viele Proben fehlgeschlagen</translation>
    </message>
    <message>
        <source>its probes succeeded</source>
        <translation>seine Proben gelangen</translation>
    </message>
    <message>
        <source>diagnosis of {} at {} begins</source>
        <translation>Diagnose von {} an {} beginnt</translation>
    </message>
    <message>
        <source>remedy against {} begins</source>
        <translation>Abhilfe gegen {} beginnt</translation>
    </message>
    <message>
        <source>remedy against {} {}{}</source>
        <translation>Abhilfe gegen {} {}{}</translation>
    </message>
    <message>
        <source>removed the cause</source>
        <translation>beseitigte die Ursache</translation>
    </message>
    <message>
        <source>did not help</source>
        <translation>half nicht</translation>
    </message>
    <message>
        <source>attempt {} waits in the queue of {}</source>
        <translation>Versuch {} wartet in der Warteschlange von {}</translation>
    </message>
    <message>
        <source>{} begins to serve attempt {} after {} in the queue</source>
        <translation>{} beginnt Versuch {} nach {} in der Warteschlange</translation>
    </message>
    <message>
        <source>{} worked {} on attempt {}: {}{}</source>
        <translation>{} arbeitete {} an Versuch {}: {}{}</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>, cut short</source>
        <translation>, abgebrochen</translation>
    </message>
    <message>
        <source>{} finished attempt {} when nobody waited any more: wasted work{}</source>
        <translation>{} beendete Versuch {}, als niemand mehr wartete: vergebliche Arbeit{}</translation>
    </message>
    <message>
        <source>, its effect happened</source>
        <translation>, seine Wirkung trat ein</translation>
    </message>
    <message>
        <source>attempt {} leaves the queue of {} unserved after {}</source>
        <translation>Versuch {} verlässt die Warteschlange von {} unbedient nach {}</translation>
    </message>
    <message>
        <source>its effect happened once more at {}</source>
        <translation>seine Wirkung trat bei {} noch einmal ein</translation>
    </message>
    <message>
        <source>diagnosis found nothing{}</source>
        <translation>Diagnose fand nichts{}</translation>
    </message>
    <message>
        <source>diagnosis: {}, {}{}</source>
        <translation>Diagnose: {}, {}{}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>fault on: {}</source>
        <translation>Störung beginnt: {}</translation>
    </message>
    <message>
        <source>fault off: {}</source>
        <translation>Störung endet: {}</translation>
    </message>
    <message>
        <source>{} goes down (availability)</source>
        <translation>{} fällt aus (availability)</translation>
    </message>
    <message>
        <source>{} is up again (availability)</source>
        <translation>{} ist wieder da (availability)</translation>
    </message>
    <message>
        <source>run stopped: {}</source>
        <translation>Lauf angehalten: {}</translation>
    </message>
    <message>
        <source>fault {}</source>
        <translation>Störung {}</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <translation>{} an {}</translation>
    </message>
    <message>
        <source>nothing is left to do</source>
        <translation>nichts ist mehr zu tun</translation>
    </message>
    <message>
        <source>the drain limit was reached with requests in flight</source>
        <translation>die Auslaufzeit war um, mit Anfragen unterwegs</translation>
    </message>
    <message>
        <source>too many requests were started</source>
        <translation>zu viele Anfragen wurden begonnen</translation>
    </message>
    <message>
        <source>too many requests were in flight</source>
        <translation>zu viele Anfragen waren unterwegs</translation>
    </message>
    <message>
        <source>time stood still</source>
        <translation>die Zeit stand still</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>cost {}</source>
        <translation>Kosten {}</translation>
    </message>
    <message>
        <source>calls below attempt {} at {} had cost {}: wasted with it</source>
        <translation>Aufrufe unter Versuch {} an {} hatten {} gekostet: mit ihm vergeudet</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>outage: {}</source>
        <translation>Ausfall: {}</translation>
    </message>
    <message>
        <source>more failures: </source>
        <translation>mehr Fehler: </translation>
    </message>
    <message>
        <source>failures: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>{} workers</source>
        <translation>{} Worker</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>rate limit {:g}/s</source>
        <translation>Rate Limit {:g}/s</translation>
    </message>
    <message>
        <source>availability: up {:g} s, down {:g} s ({})</source>
        <translation>Verfügbarkeit: {:g} s da, {:g} s weg ({})</translation>
    </message>
    <message>
        <source>{} (replica {})</source>
        <translation>{} (Replikat {})</translation>
    </message>
</context>
<context>
    <name>FaultFields</name>
    <message>
        <source>meets</source>
        <translation>trifft</translation>
    </message>
    <message>
        <source>The service that it meets.</source>
        <translation>Der Dienst, den sie trifft.</translation>
    </message>
    <message>
        <source>Only its calls suffer; others may suffer from what they retry.</source>
        <translation>Nur seine Aufrufe leiden; andere leiden vielleicht unter deren Retries.</translation>
    </message>
    <message>
        <source>begins at</source>
        <translation>beginnt bei</translation>
    </message>
    <message>
        <source>When the fault begins.</source>
        <translation>Wann die Störung beginnt.</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dauert</translation>
    </message>
    <message>
        <source>How long it lasts.</source>
        <translation>Wie lange sie dauert.</translation>
    </message>
    <message>
        <source>A fault shorter than the cooldown is over before the breaker looks again.</source>
        <translation>Eine Störung, die kürzer ist als die Offenzeit, ist vorbei, bevor der Breaker wieder nachsieht.</translation>
    </message>
    <message>
        <source>So much more of the calls fails in this way meanwhile.</source>
        <translation>Um so viel mehr der Aufrufe scheitern währenddessen auf diese Weise.</translation>
    </message>
    <message>
        <source>The share of calls that fails in this way meanwhile.</source>
        <translation>Der Anteil der Aufrufe, der währenddessen auf diese Weise scheitert.</translation>
    </message>
    <message>
        <source>add a kind</source>
        <translation>Art hinzufügen</translation>
    </message>
    <message>
        <source>Another way in which calls fail meanwhile.</source>
        <translation>Eine weitere Art, auf die Aufrufe währenddessen scheitern.</translation>
    </message>
    <message>
        <source>fails with</source>
        <translation>scheitert mit</translation>
    </message>
    <message>
        <source>drops calls</source>
        <translation>verwirft Aufrufe</translation>
    </message>
    <message>
        <source>slower by</source>
        <translation>langsamer um</translation>
    </message>
    <message>
        <source>Service times are so many times longer.</source>
        <translation>Bedienzeiten dauern so viel Mal so lang.</translation>
    </message>
    <message>
        <source>Slow is worse than down: callers wait for their timeout.</source>
        <translation>Langsam ist schlimmer als ausgefallen: Aufrufer warten auf ihren Timeout.</translation>
    </message>
    <message>
        <source>and longer by</source>
        <translation>und länger um</translation>
    </message>
    <message>
        <source>workers left</source>
        <translation>Worker übrig</translation>
    </message>
    <message>
        <source>How many calls it serves at once meanwhile.</source>
        <translation>Wie viele Aufrufe er währenddessen zugleich bedient.</translation>
    </message>
    <message>
        <source>calls admitted</source>
        <translation>zugelassene Aufrufe</translation>
    </message>
    <message>
        <source>Calls per second that the server lets through meanwhile.</source>
        <translation>Aufrufe je Sekunde, die der Server währenddessen durchlässt.</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Stoß</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <source>up for</source>
        <translation>da für</translation>
    </message>
    <message>
        <source>down for</source>
        <translation>weg für</translation>
    </message>
    <message>
        <source>rises over</source>
        <translation>steigt über</translation>
    </message>
    <message>
        <source>again every</source>
        <translation>wieder alle</translation>
    </message>
    <message>
        <source>only replica</source>
        <translation>nur Replikat</translation>
    </message>
    <message>
        <source>hint wrong by</source>
        <translation>Hinweis falsch um</translation>
    </message>
    <message>
        <source>outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>other failures</source>
        <translation>andere Fehler</translation>
    </message>
    <message>
        <source>more failures</source>
        <translation>mehr Fehler</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>fewer workers</source>
        <translation>weniger Worker</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Rate Limit</translation>
    </message>
    <message>
        <source>comes and goes</source>
        <translation>kommt und geht</translation>
    </message>
    <message>
        <source>does</source>
        <translation>tut</translation>
    </message>
    <message>
        <source>What the fault does to its service.</source>
        <translation>Was die Störung mit ihrem Dienst macht.</translation>
    </message>
    <message>
        <source>Slow, refusing and silent services want different policies.</source>
        <translation>Langsame, abweisende und stumme Dienste brauchen verschiedene Policies.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>Goodput</translation>
    </message>
    <message>
        <source>trips</source>
        <translation>Auslösungen</translation>
    </message>
    <message>
        <source>false trips</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>time to detect</source>
        <translation>Zeit bis zum Erkennen</translation>
    </message>
    <message>
        <source>time to recover</source>
        <translation>Zeit bis zur Erholung</translation>
    </message>
    <message>
        <source>latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>latency p90</source>
        <translation>Latenz p90</translation>
    </message>
    <message>
        <source>latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>cost per request</source>
        <translation>Kosten je Anfrage</translation>
    </message>
    <message>
        <source>cost per success</source>
        <translation>Kosten je Erfolg</translation>
    </message>
    <message>
        <source>cost wasted</source>
        <translation>vergebliche Kosten</translation>
    </message>
    <message>
        <source>queue wait mean</source>
        <translation>mittlere Wartezeit</translation>
    </message>
    <message>
        <source>busy share</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>in system mean</source>
        <translation>im System, Mittel</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>calls to trip</source>
        <translation>Aufrufe bis zum Auslösen</translation>
    </message>
    <message>
        <source>served on the first try</source>
        <translation>beim ersten Versuch bedient</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>richtige Antworten</translation>
    </message>
    <message>
        <source>attempts per request</source>
        <translation>Versuche je Anfrage</translation>
    </message>
    <message>
        <source>requests with a retry</source>
        <translation>Anfragen mit Retry</translation>
    </message>
    <message>
        <source>of the rest, saved by retry</source>
        <translation>vom Rest gerettet durch Retry</translation>
    </message>
    <message>
        <source>of the rest, saved by fallback</source>
        <translation>vom Rest gerettet durch Fallback</translation>
    </message>
    <message>
        <source>of the rest, saved by healing</source>
        <translation>vom Rest gerettet durch Heilung</translation>
    </message>
    <message>
        <source>of the rest, saved by a hedged copy</source>
        <translation>vom Rest gerettet durch eine Kopie</translation>
    </message>
    <message>
        <source>time open</source>
        <translation>Zeit offen</translation>
    </message>
    <message>
        <source>mean latency</source>
        <translation>mittlere Latenz</translation>
    </message>
    <message>
        <source>longest latency</source>
        <translation>längste Latenz</translation>
    </message>
    <message>
        <source>mean latency of successes</source>
        <translation>mittlere Latenz der Erfolge</translation>
    </message>
    <message>
        <source>latency p50 of successes</source>
        <translation>Latenz p50 der Erfolge</translation>
    </message>
    <message>
        <source>latency p90 of successes</source>
        <translation>Latenz p90 der Erfolge</translation>
    </message>
    <message>
        <source>latency p95 of successes</source>
        <translation>Latenz p95 der Erfolge</translation>
    </message>
    <message>
        <source>latency p99 of successes</source>
        <translation>Latenz p99 der Erfolge</translation>
    </message>
    <message>
        <source>longest latency of successes</source>
        <translation>längste Latenz der Erfolge</translation>
    </message>
    <message>
        <source>cost in all</source>
        <translation>Kosten insgesamt</translation>
    </message>
    <message>
        <source>cost per right answer</source>
        <translation>Kosten je richtiger Antwort</translation>
    </message>
    <message>
        <source>hedged copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>duplicated effects</source>
        <translation>doppelte Wirkungen</translation>
    </message>
    <message>
        <source>requests refused by a breaker</source>
        <translation>Anfragen, von einem Breaker abgewiesen</translation>
    </message>
    <message>
        <source>requests refused by a bulkhead</source>
        <translation>Anfragen, von einem Bulkhead abgewiesen</translation>
    </message>
    <message>
        <source>requests refused by a rate limiter</source>
        <translation>Anfragen, von einem Ratenbegrenzer abgewiesen</translation>
    </message>
    <message>
        <source>requests without budget to retry</source>
        <translation>Anfragen ohne Budget für einen Retry</translation>
    </message>
</context>
<context>
    <name>Ghost</name>
    <message>
        <source>before the edit</source>
        <translation>vor der Änderung</translation>
    </message>
</context>
<context>
    <name>GuardFields</name>
    <message>
        <source>shared by all instances</source>
        <translation>für alle Instanzen gemeinsam</translation>
    </message>
    <message>
        <source>One for all instances of the caller instead of one for each.</source>
        <translation>Einer für alle Instanzen des Aufrufers statt einer je Instanz.</translation>
    </message>
    <message>
        <source>Each instance sees only its own calls: many instances let many times as much through.</source>
        <translation>Jede Instanz sieht nur ihre eigenen Aufrufe: Viele Instanzen lassen ein Vielfaches durch.</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>The library whose budget this is.</source>
        <translation>Die Bibliothek, deren Budget dies ist.</translation>
    </message>
    <message>
        <source>Libraries bound retries by tokens, by a share of requests or by what is under way.</source>
        <translation>Bibliotheken begrenzen Retries durch Token, als Anteil der Anfragen oder nach dem, was unterwegs ist.</translation>
    </message>
    <message>
        <source>Few tokens stop a retry storm early; many let single failures be retried freely.</source>
        <translation>Wenige Token halten einen Retry-Sturm früh auf; viele lassen einzelne Fehler frei wiederholen.</translation>
    </message>
    <message>
        <source>Tokens at the start, and at most.</source>
        <translation>Token am Anfang und höchstens.</translation>
    </message>
    <message>
        <source>Tokens that a retry takes.</source>
        <translation>Token, die ein Retry kostet.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>retry takes</source>
        <translation>Retry kostet</translation>
    </message>
    <message>
        <source>after timeout</source>
        <translation>nach Timeout</translation>
    </message>
    <message>
        <source>Tokens that a retry after a timeout takes.</source>
        <translation>Token, die ein Retry nach einem Timeout kostet.</translation>
    </message>
    <message>
        <source>success gives</source>
        <translation>Erfolg gibt</translation>
    </message>
    <message>
        <source>Tokens that a success gives back.</source>
        <translation>Token, die ein Erfolg zurückgibt.</translation>
    </message>
    <message>
        <source>call gives</source>
        <translation>Aufruf gibt</translation>
    </message>
    <message>
        <source>Tokens that each request gives at its start.</source>
        <translation>Token, die jede Anfrage bei ihrem Start gibt.</translation>
    </message>
    <message>
        <source>Tokens that each success gives.</source>
        <translation>Token, die jeder Erfolg gibt.</translation>
    </message>
    <message>
        <source>Tokens that a success gives; a failure takes 1.</source>
        <translation>Token, die ein Erfolg gibt; ein Fehler kostet 1.</translation>
    </message>
    <message>
        <source>The load that retries may add at most while everything fails.</source>
        <translation>Die Last, die Retries höchstens hinzufügen dürfen, während alles fehlschlägt.</translation>
    </message>
    <message>
        <source>retries at most</source>
        <translation>Retries höchstens</translation>
    </message>
    <message>
        <source>Retries, as a share of the requests in the window.</source>
        <translation>Retries als Anteil der Anfragen im Fenster.</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Retries a second that are always allowed.</source>
        <translation>Retries je Sekunde, die immer erlaubt sind.</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>How far back requests count.</source>
        <translation>Wie weit zurück Anfragen zählen.</translation>
    </message>
    <message>
        <source>Retries under way, as a share of the tries under way.</source>
        <translation>Laufende Retries als Anteil der laufenden Versuche.</translation>
    </message>
    <message>
        <source>Retries under way that are always allowed.</source>
        <translation>Laufende Retries, die immer erlaubt sind.</translation>
    </message>
    <message>
        <source>Tries per accepted one before the first is refused.</source>
        <translation>Versuche je angenommenem, bevor der erste abgewiesen wird.</translation>
    </message>
    <message>
        <source>How far back tries and successes count.</source>
        <translation>Wie weit zurück Versuche und Erfolge zählen.</translation>
    </message>
    <message>
        <source>failures at most</source>
        <translation>Fehler höchstens</translation>
    </message>
    <message>
        <source>Retries are allowed up to this share of failed attempts.</source>
        <translation>Retries sind bis zu diesem Anteil fehlgeschlagener Versuche erlaubt.</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Retry-Budget</translation>
    </message>
    <message>
        <source>A bound on retries over all requests of an instance.</source>
        <translation>Eine Grenze für Retries über alle Anfragen einer Instanz.</translation>
    </message>
    <message>
        <source>Without one each request retries as if it were alone, and an outage multiplies the load.</source>
        <translation>Ohne sie wiederholt jede Anfrage, als wäre sie allein, und ein Ausfall vervielfacht die Last.</translation>
    </message>
    <message>
        <source>Bulkhead</source>
        <translation>Bulkhead</translation>
    </message>
    <message>
        <source>A limit of calls at once.</source>
        <translation>Eine Grenze gleichzeitiger Aufrufe.</translation>
    </message>
    <message>
        <source>Keeps one slow service from taking all callers with it.</source>
        <translation>Verhindert, dass ein langsamer Dienst alle Aufrufer mitreißt.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>Calls under way at once.</source>
        <translation>Aufrufe, die gleichzeitig unterwegs sind.</translation>
    </message>
    <message>
        <source>Rate times latency is what is needed; much more protects nobody.</source>
        <translation>Rate mal Latenz ist der Bedarf; viel mehr schützt niemanden.</translation>
    </message>
    <message>
        <source>may wait</source>
        <translation>warten dürfen</translation>
    </message>
    <message>
        <source>How many more may wait; the rest is refused.</source>
        <translation>Wie viele noch warten dürfen; der Rest wird abgewiesen.</translation>
    </message>
    <message>
        <source>A queue smooths short bursts and adds its wait to every latency.</source>
        <translation>Eine Warteschlange glättet kurze Stöße und schlägt ihre Wartezeit auf jede Latenz auf.</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>waits at most</source>
        <translation>wartet höchstens</translation>
    </message>
    <message>
        <source>Who has waited so long is refused.</source>
        <translation>Wer so lange gewartet hat, wird abgewiesen.</translation>
    </message>
    <message>
        <source>Nobody should wait for longer than the answer is worth.</source>
        <translation>Niemand sollte länger warten, als die Antwort wert ist.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Rate limiter</source>
        <translation>Rate Limiter</translation>
    </message>
    <message>
        <source>The caller&apos;s own limit of calls per second.</source>
        <translation>Die eigene Grenze des Aufrufers für Aufrufe je Sekunde.</translation>
    </message>
    <message>
        <source>Staying below a server&apos;s limit is cheaper than being refused by it.</source>
        <translation>Unter der Grenze des Servers zu bleiben ist billiger, als von ihm abgewiesen zu werden.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Calls per second in the long run.</source>
        <translation>Aufrufe je Sekunde auf lange Sicht.</translation>
    </message>
    <message>
        <source>Below the server&apos;s limit, with room for other callers.</source>
        <translation>Unter der Grenze des Servers, mit Platz für andere Aufrufer.</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Stoß</translation>
    </message>
    <message>
        <source>Calls that may come together after a pause.</source>
        <translation>Aufrufe, die nach einer Pause zusammen kommen dürfen.</translation>
    </message>
    <message>
        <source>1 spaces calls evenly; more lets bursts through.</source>
        <translation>1 verteilt Aufrufe gleichmäßig; mehr lässt Stöße durch.</translation>
    </message>
    <message>
        <source>when empty</source>
        <translation>wenn leer</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>abweisen</translation>
    </message>
    <message>
        <source>What a call over the limit does.</source>
        <translation>Was ein Aufruf über der Grenze tut.</translation>
    </message>
    <message>
        <source>Waiting adds latency; refusing lets the fallback go to work at once.</source>
        <translation>Warten kostet Latenz; Abweisen lässt den Fallback sofort arbeiten.</translation>
    </message>
    <message>
        <source>Hedging</source>
        <translation>Hedging</translation>
    </message>
    <message>
        <source>A second copy of a slow call; the first answer counts.</source>
        <translation>Eine zweite Kopie eines langsamen Aufrufs; die erste Antwort zählt.</translation>
    </message>
    <message>
        <source>Cuts the slowest answers for a few percent more load; harmful when the service is overloaded.</source>
        <translation>Kappt die langsamsten Antworten für wenige Prozent mehr Last; schädlich, wenn der Dienst überlastet ist.</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>How long the first copy may take before another is sent.</source>
        <translation>Wie lange die erste Kopie brauchen darf, bevor eine weitere gesendet wird.</translation>
    </message>
    <message>
        <source>About the 95th percentile costs 5 % more calls.</source>
        <translation>Etwa das 95. Perzentil kostet 5 % mehr Aufrufe.</translation>
    </message>
    <message>
        <source>after quantile</source>
        <translation>nach Quantil</translation>
    </message>
    <message>
        <source>The share of recent answers that came sooner.</source>
        <translation>Der Anteil der jüngsten Antworten, die früher kamen.</translation>
    </message>
    <message>
        <source>95 % costs 5 % more calls.</source>
        <translation>95 % kosten 5 % mehr Aufrufe.</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Further copies at most.</source>
        <translation>Weitere Kopien, höchstens.</translation>
    </message>
    <message>
        <source>One brings nearly all of the gain.</source>
        <translation>Eine bringt fast den ganzen Gewinn.</translation>
    </message>
    <message>
        <source>cancel the losers</source>
        <translation>Verlierer abbrechen</translation>
    </message>
    <message>
        <source>Tells the service to stop working on the slower copy.</source>
        <translation>Sagt dem Dienst, dass er an der langsameren Kopie nicht weiterarbeiten soll.</translation>
    </message>
    <message>
        <source>Without it every hedge is paid in full.</source>
        <translation>Ohne das wird jede Kopie voll bezahlt.</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How retries are bounded.</source>
        <translation>Wie Retries begrenzt werden.</translation>
    </message>
    <message>
        <source>Another scheme takes the place of the preset.</source>
        <translation>Ein anderes Verfahren tritt an die Stelle der Vorgabe.</translation>
    </message>
</context>
<context>
    <name>HealingFields</name>
    <message>
        <source>Healing</source>
        <translation>Heilung</translation>
    </message>
    <message>
        <source>Whether failures are diagnosed and treated before the next leg is asked.</source>
        <translation>Ob Fehler diagnostiziert und behandelt werden, bevor das nächste Glied gefragt wird.</translation>
    </message>
    <message>
        <source>Retrying never helps against a bad input; a remedy removes its cause.</source>
        <translation>Retries helfen nie gegen eine schlechte Eingabe; eine Abhilfe beseitigt die Ursache.</translation>
    </message>
    <message>
        <source>heal %1: %2</source>
        <translation>%1 heilen: %2</translation>
    </message>
    <message>
        <source>Whether a leg that failed with this kind is diagnosed, treated and asked again.</source>
        <translation>Ob ein Glied, das mit dieser Fehlerart scheiterte, diagnostiziert, behandelt und noch einmal gefragt wird.</translation>
    </message>
    <message>
        <source>right diagnosis</source>
        <translation>Diagnose richtig</translation>
    </message>
    <message>
        <source>How often the diagnosis names the true cause.</source>
        <translation>Wie oft die Diagnose die wahre Ursache nennt.</translation>
    </message>
    <message>
        <source>A wrong diagnosis costs a remedy and a try that cannot help.</source>
        <translation>Eine falsche Diagnose kostet eine Abhilfe und einen Versuch, der nicht helfen kann.</translation>
    </message>
    <message>
        <source>diagnosis cost</source>
        <translation>Kosten der Diagnose</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>How long finding the cause takes.</source>
        <translation>Wie lange die Suche nach der Ursache dauert.</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>blind tries</source>
        <translation>blinde Versuche</translation>
    </message>
    <message>
        <source>remedy of %1</source>
        <translation>Abhilfe gegen %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This cause then has no remedy.</source>
        <translation>Diese Ursache hat dann keine Abhilfe.</translation>
    </message>
    <message>
        <source>remove remedy of %1</source>
        <translation>Abhilfe gegen %1 entfernen</translation>
    </message>
    <message>
        <source>called</source>
        <translation>heißt</translation>
    </message>
    <message>
        <source>works</source>
        <translation>wirkt</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long the remedy takes.</source>
        <translation>Wie lange die Abhilfe dauert.</translation>
    </message>
    <message>
        <source>a remedy for</source>
        <translation>eine Abhilfe gegen</translation>
    </message>
    <message>
        <source>Another cause that can be removed.</source>
        <translation>Eine weitere Ursache, die sich beseitigen lässt.</translation>
    </message>
    <message>
        <source>kinds healed</source>
        <translation>geheilte Arten</translation>
    </message>
</context>
<context>
    <name>Invalid</name>
    <message>
        <source>1 probe is</source>
        <translation>1 Probe wird</translation>
    </message>
    <message>
        <source>{} probes are</source>
        <translation>{} Proben werden</translation>
    </message>
    <message>
        <source>has no effect: a breaker that counts failures {} does not ask for a minimum of calls</source>
        <translation>ist wirkungslos: Ein Breaker, der Fehler {} zählt, verlangt kein Minimum an Aufrufen</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>in Folge</translation>
    </message>
    <message>
        <source>since its last reset</source>
        <translation>seit dem letzten Zurücksetzen</translation>
    </message>
    <message>
        <source>{} can never be reached: the window holds {}</source>
        <translation>{} ist nie zu erreichen: Das Fenster fasst {}</translation>
    </message>
    <message>
        <source>{} can never be reached: the window holds {}, so that {} decide</source>
        <translation>{} ist nie zu erreichen: Das Fenster fasst {}, sodass {} entscheiden</translation>
    </message>
    <message>
        <source>needs `trip: count_window` or `trip: time_window`</source>
        <translation>braucht `trip: count_window` oder `trip: time_window`</translation>
    </message>
    <message>
        <source>starts need `trip: time_window`</source>
        <translation>starts braucht `trip: time_window`</translation>
    </message>
    <message>
        <source>needs `trip: time_window`</source>
        <translation>braucht `trip: time_window`</translation>
    </message>
    <message>
        <source>expected at most {} durations, got {}</source>
        <translation>erwartet: höchstens {} Dauern, nicht {}</translation>
    </message>
    <message>
        <source>{} results never come together: only {} let through</source>
        <translation>{} Ergebnisse kommen nie zusammen: Nur {} durchgelassen</translation>
    </message>
    <message>
        <source>{} successes can never be reached: only {} let through</source>
        <translation>{} Erfolge sind nie zu erreichen: Nur {} durchgelassen</translation>
    </message>
    <message>
        <source>{} successes out of {} can never be reached</source>
        <translation>{} Erfolge von {} sind nie zu erreichen</translation>
    </message>
    <message>
        <source>needs a window</source>
        <translation>braucht ein Fenster</translation>
    </message>
    <message>
        <source>needs a sweep, at which rates are compared</source>
        <translation>braucht einen Durchgang (sweep), bei dem Quoten verglichen werden</translation>
    </message>
    <message>
        <source>needs a sweep, at which the time shrinks again</source>
        <translation>braucht einen Durchgang (sweep), bei dem die Zeit wieder schrumpft</translation>
    </message>
    <message>
        <source>{} calls </source>
        <translation>{} ruft </translation>
    </message>
    <message>
        <source>at most {} entries</source>
        <translation>höchstens {} Einträge</translation>
    </message>
    <message>
        <source>service</source>
        <translation>keinen Dienst</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>keine Policy</translation>
    </message>
    <message>
        <source>a call between services has no chain to fall back along and nobody to take a part of an answer: the error_recovery of {} must raise or retry here</source>
        <translation>ein Aufruf zwischen Diensten hat keine Kette zum Ausweichen und niemanden für eine Teilantwort: error_recovery von {} muss hier raise oder retry sein</translation>
    </message>
    <message>
        <source>the calls go round in a circle: {}</source>
        <translation>die Aufrufe gehen im Kreis: {}</translation>
    </message>
    <message>
        <source>one attempt at each leg would cause {:.6g} calls below it, more than {}</source>
        <translation>ein Versuch an jedem Glied würde darunter {:.6g} Aufrufe auslösen, mehr als {}</translation>
    </message>
    <message>
        <source>its group {} goes down and up together: up, down and kind must be those of {}</source>
        <translation>seine Gruppe {} fällt zusammen aus und kommt zusammen zurück: up, down und kind müssen die von {} sein</translation>
    </message>
    <message>
        <source>edits must be in order of time</source>
        <translation>Änderungen müssen zeitlich geordnet sein</translation>
    </message>
    <message>
        <source>the scenario that then holds is missing</source>
        <translation>das dann geltende Szenario fehlt</translation>
    </message>
    <message>
        <source>the scenario that then holds has edits of its own</source>
        <translation>das dann geltende Szenario hat eigene Änderungen</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>expected a share above 0% and below 100%, got {:g}%</source>
        <translation>erwartet: ein Anteil über 0% und unter 100%, nicht {:g}%</translation>
    </message>
    <message>
        <source>{} stands twice</source>
        <translation>{} steht zweimal da</translation>
    </message>
    <message>
        <source>leaves out {}, which this policy has</source>
        <translation>lässt {} weg, das diese Policy hat</translation>
    </message>
    <message>
        <source>stands beside error_recovery, which has its own retries</source>
        <translation>steht neben error_recovery, das eigene Retries hat</translation>
    </message>
    <message>
        <source>`to` must not be below `from`</source>
        <translation>`to` darf nicht unter `from` liegen</translation>
    </message>
    <message>
        <source>p99 must not be below p50</source>
        <translation>p99 darf nicht unter p50 liegen</translation>
    </message>
    <message>
        <source>`cap` must not be below `min`</source>
        <translation>`cap` darf nicht unter `min` liegen</translation>
    </message>
    <message>
        <source>there are no samples in &quot;{}&quot;</source>
        <translation>in „{}“ sind keine Stichproben</translation>
    </message>
    <message>
        <source>needs at least one part</source>
        <translation>braucht mindestens einen Teil</translation>
    </message>
    <message>
        <source>the weights must sum to 100%, got {:g}%</source>
        <translation>die Gewichte müssen 100% ergeben, nicht {:g}%</translation>
    </message>
    <message>
        <source>{} cannot depend on the service&apos;s load</source>
        <translation>{} darf nicht von der Last des Dienstes abhängen</translation>
    </message>
    <message>
        <source>polly_v2 jitter needs at least 1, got {:g}</source>
        <translation>Jitter polly_v2 braucht mindestens 1, nicht {:g}</translation>
    </message>
    <message>
        <source>needs `family: exponential`</source>
        <translation>braucht `family: exponential`</translation>
    </message>
    <message>
        <source>a network delay</source>
        <translation>eine Netzverzögerung</translation>
    </message>
    <message>
        <source>optimistic_lock is about one row with one version: it needs replicas: 1</source>
        <translation>bei optimistic_lock geht es um eine Zeile mit einer Version: Es braucht replicas: 1</translation>
    </message>
    <message>
        <source>the shares sum to {:g}%, more than 100%</source>
        <translation>die Anteile ergeben {:g}%, mehr als 100%</translation>
    </message>
    <message>
        <source>{} is a refusal by the caller itself: no service fails with it</source>
        <translation>{} ist eine Abweisung des Aufrufers selbst: Kein Dienst scheitert damit</translation>
    </message>
    <message>
        <source>a diagnosis</source>
        <translation>eine Diagnose</translation>
    </message>
    <message>
        <source>a remedy</source>
        <translation>eine Abhilfe</translation>
    </message>
    <message>
        <source>is declared twice</source>
        <translation>ist zweimal angegeben</translation>
    </message>
    <message>
        <source>needs at least one leg</source>
        <translation>braucht mindestens ein Glied</translation>
    </message>
    <message>
        <source>needs a policy with a breaker that can be open</source>
        <translation>braucht eine Policy mit einem Breaker, der offen sein kann</translation>
    </message>
    <message>
        <source>the policy {} has no breaker that could be open</source>
        <translation>die Policy {} hat keinen Breaker, der offen sein könnte</translation>
    </message>
    <message>
        <source>has {} legs, more than {}</source>
        <translation>hat {} Glieder, mehr als {}</translation>
    </message>
    <message>
        <source>needs at least one phase</source>
        <translation>braucht mindestens eine Phase</translation>
    </message>
    <message>
        <source>the pause of a user</source>
        <translation>die Pause eines Nutzers</translation>
    </message>
    <message>
        <source>there are no arrivals in &quot;{}&quot;</source>
        <translation>in „{}“ sind keine Ankünfte</translation>
    </message>
    <message>
        <source>arrivals of &quot;{}&quot; lie before time 0</source>
        <translation>Ankünfte von „{}“ liegen vor der Zeit 0</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not in order of time</source>
        <translation>„{}“ ist nicht zeitlich geordnet</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>keine Operation</translation>
    </message>
    <message>
        <source>would start about {:.3g} requests; a run takes at most {:g}</source>
        <translation>würde etwa {:.3g} Anfragen beginnen; ein Lauf nimmt höchstens {:g}</translation>
    </message>
    <message>
        <source>must not be longer than the fault itself</source>
        <translation>darf nicht länger sein als die Störung selbst</translation>
    </message>
    <message>
        <source>must be longer than `for`: the fault repeats after it</source>
        <translation>muss länger sein als `for`: Danach wiederholt sich die Störung</translation>
    </message>
    <message>
        <source>expected {} to {}, got {}</source>
        <translation>erwartet: {} bis {}, nicht {}</translation>
    </message>
    <message>
        <source>expected a duration from {:g} s to {:g} s, got {:g} s</source>
        <translation>erwartet: eine Dauer von {:g} s bis {:g} s, nicht {:g} s</translation>
    </message>
    <message>
        <source>expected a share from 0% to 100%, got {:g}%</source>
        <translation>erwartet: ein Anteil von 0% bis 100%, nicht {:g}%</translation>
    </message>
    <message>
        <source>expected USD 0 to {:g}, got {:g}</source>
        <translation>erwartet: USD 0 bis {:g}, nicht {:g}</translation>
    </message>
    <message>
        <source>there is no {} &quot;{}&quot;{}</source>
        <translation>es gibt {} „{}“{}</translation>
    </message>
    <message>
        <source>; did you mean &quot;{}&quot;?</source>
        <translation>; gemeint „{}“?</translation>
    </message>
    <message>
        <source>must not be longer than the duration</source>
        <translation>darf nicht länger als die Dauer sein</translation>
    </message>
    <message>
        <source>there is no such figure{}</source>
        <translation>diese Kennzahl gibt es nicht{}</translation>
    </message>
    <message>
        <source>at most {} kinds</source>
        <translation>höchstens {} Arten</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>höchstens {}</translation>
    </message>
    <message>
        <source>nothing calls anything: name at least one workload</source>
        <translation>nichts ruft etwas auf: mindestens eine Last nennen</translation>
    </message>
    <message>
        <source>more than {} replicas in all</source>
        <translation>mehr als {} Replikate insgesamt</translation>
    </message>
    <message>
        <source>too many callers in all</source>
        <translation>insgesamt zu viele Aufrufer</translation>
    </message>
    <message>
        <source>more than {} clients in all</source>
        <translation>mehr als {} Nutzer insgesamt</translation>
    </message>
    <message>
        <source>{} has {}, numbered from 0; there is no {}</source>
        <translation>{} hat {}, gezählt ab 0; {} gibt es nicht</translation>
    </message>
    <message>
        <source>1 replica</source>
        <translation>1 Replikat</translation>
    </message>
    <message>
        <source>{} replicas</source>
        <translation>{} Replikate</translation>
    </message>
    <message>
        <source>needs at least one percentile</source>
        <translation>braucht mindestens ein Perzentil</translation>
    </message>
    <message>
        <source>p{:g} stands here twice</source>
        <translation>p{:g} steht hier zweimal</translation>
    </message>
    <message>
        <source>p{:g} must not be below p{:g}</source>
        <translation>p{:g} darf nicht unter p{:g} liegen</translation>
    </message>
    <message>
        <source>at most {} steps</source>
        <translation>höchstens {} Schritte</translation>
    </message>
    <message>
        <source>must be later than the step before</source>
        <translation>muss später sein als der Schritt davor</translation>
    </message>
    <message>
        <source>has no effect: no workload reaches {}; let the fault meet a service that is called</source>
        <translation>ist wirkungslos: Keine Last erreicht {}; lass die Störung einen Dienst treffen, der aufgerufen wird</translation>
    </message>
    <message>
        <source>has no effect: a factor of 1 with nothing added leaves the latency as it is; set another factor, or `add`</source>
        <translation>ist wirkungslos: Ein Faktor 1 ohne Zusatz lässt die Latenz, wie sie ist; setze einen anderen Faktor oder `add`</translation>
    </message>
    <message>
        <source>has no effect: {} has {} anyway; set another number</source>
        <translation>ist wirkungslos: {} hat ohnehin {}; setze eine andere Zahl</translation>
    </message>
    <message>
        <source>at {} no request arrives any more (the arrivals end at {}): the fault can only meet those that are still under way; let it begin earlier</source>
        <translation>bei {} kommt keine Anfrage mehr an (die Ankünfte enden bei {}): Die Störung kann nur treffen, was noch unterwegs ist; lass sie früher beginnen</translation>
    </message>
    <message>
        <source>the breaker is never open: after it has opened it lets the next call through at once; set the time for which it is to refuse</source>
        <translation>der Breaker ist nie offen: Nach dem Öffnen lässt er den nächsten Aufruf sofort durch; setze die Zeit, in der er abweisen soll</translation>
    </message>
    <message>
        <source>has no effect: when_empty is `refuse`, so that nobody waits; set it to `wait`</source>
        <translation>ist wirkungslos: when_empty ist `refuse`, es wartet also niemand; setze es auf `wait`</translation>
    </message>
    <message>
        <source>has no effect: the queue has no places, so that nobody waits; set `queue`</source>
        <translation>ist wirkungslos: Die Schlange hat keine Plätze, es wartet also niemand; setze `queue`</translation>
    </message>
    <message>
        <source>has no effect: max_wait is 0, so that nobody waits; set `max_wait`</source>
        <translation>ist wirkungslos: max_wait ist 0, es wartet also niemand; setze `max_wait`</translation>
    </message>
    <message>
        <source>has no effect: the chain has one leg, so that there is nothing to fall back to; add a leg</source>
        <translation>ist wirkungslos: Die Kette hat ein Glied, es gibt also nichts, worauf auszuweichen wäre; füge ein Glied hinzu</translation>
    </message>
    <message>
        <source>with 0 rounds nothing is ever healed; set it to 1 or more</source>
        <translation>mit 0 Runden wird nie etwas geheilt; setze es auf 1 oder mehr</translation>
    </message>
    <message>
        <source>there is no remedy for {}: its diagnosis only costs time; add a remedy, or leave the kind out</source>
        <translation>gegen {} gibt es keine Abhilfe: Die Diagnose kostet nur Zeit; füge eine Abhilfe hinzu, oder lass die Art weg</translation>
    </message>
    <message>
        <source>there is nothing to fall back to: fallback_tools is empty; name a service in it</source>
        <translation>es gibt nichts, worauf auszuweichen wäre: fallback_tools ist leer; nenne einen Dienst darin</translation>
    </message>
    <message>
        <source>has no effect: the strategy does not fall back; set `strategy: fallback`</source>
        <translation>ist wirkungslos: Die Strategie weicht nicht aus; setze `strategy: fallback`</translation>
    </message>
    <message>
        <source>no workload asks for it, so that it has no effect: give it a workload, or leave it out</source>
        <translation>keine Last fragt danach, es ist also wirkungslos: gib ihm eine Last, oder lass es weg</translation>
    </message>
    <message>
        <source>no workload reaches it, so that it has no effect: name it in a chain that is asked for or in the calls of a service, or leave it out</source>
        <translation>keine Last erreicht ihn, er ist also wirkungslos: nenne ihn in einer Kette, nach der gefragt wird, oder in den Aufrufen eines Dienstes, oder lass ihn weg</translation>
    </message>
    <message>
        <source>no workload passes through it, so that it has no effect: name it in a leg or call that is reached, or leave it out</source>
        <translation>keine Last geht hindurch, sie ist also wirkungslos: nenne sie in einem Glied oder Aufruf, der erreicht wird, oder lass sie weg</translation>
    </message>
    <message>
        <source>has no effect: no workload reaches a service of fails_at; name one that is reached</source>
        <translation>ist wirkungslos: Keine Last erreicht einen Dienst aus fails_at; nenne einen, der erreicht wird</translation>
    </message>
    <message>
        <source>has no effect: max_attempts is 1, so that there are no retries; set it to 2 or more</source>
        <translation>ist wirkungslos: max_attempts ist 1, es gibt also keine Retrys; setze es auf 2 oder mehr</translation>
    </message>
    <message>
        <source>has no effect: it limits retries, and this policy makes none; set retry.max_attempts to 2 or more</source>
        <translation>ist wirkungslos: Es begrenzt Retrys, und diese Policy macht keine; setze retry.max_attempts auf 2 oder mehr</translation>
    </message>
    <message>
        <source>stands above the cap of {}: every wait is {}, whatever the schedule says; set it below the cap</source>
        <translation>liegt über der Obergrenze von {}: Jede Wartezeit ist {}, was der Plan auch sagt; setze es darunter</translation>
    </message>
    <message>
        <source>has no effect: with unlimited workers no call waits; set `workers`</source>
        <translation>ist wirkungslos: Bei unbegrenzten Workern wartet kein Aufruf; setze `workers`</translation>
    </message>
    <message>
        <source>has no effect: there is one replica to choose from; set `replicas`</source>
        <translation>ist wirkungslos: Es gibt nur ein Replikat zur Wahl; setze `replicas`</translation>
    </message>
    <message>
        <source>has no effect: the service has no side effect that could happen twice; set `effect: true`</source>
        <translation>ist wirkungslos: Der Dienst hat keine Nebenwirkung, die zweimal eintreten könnte; setze `effect: true`</translation>
    </message>
    <message>
        <source>has no effect: a call costs nothing; set `cost`</source>
        <translation>ist wirkungslos: Ein Aufruf kostet nichts; setze `cost`</translation>
    </message>
    <message>
        <source>has no effect: the cap of {} is below it, so that each attempt gets {}; set the cap above it, or leave the cap out</source>
        <translation>ist wirkungslos: Die Obergrenze von {} liegt darunter, jeder Versuch bekommt also {}; setze sie darüber, oder lass sie weg</translation>
    </message>
    <message>
        <source>has no effect: the timeout does not grow; set `growth` above 1</source>
        <translation>ist wirkungslos: Der Timeout wächst nicht; setze `growth` über 1</translation>
    </message>
    <message>
        <source>has no effect: there are no retries whose timeout could grow; set retry.max_attempts to 2 or more</source>
        <translation>ist wirkungslos: Es gibt keine Retrys, deren Timeout wachsen könnte; setze retry.max_attempts auf 2 oder mehr</translation>
    </message>
    <message>
        <source>no call to {} is ever answered within {}: its fastest answer takes {}; give it more time</source>
        <translation>kein Aufruf von {} wird je in {} beantwortet: Seine schnellste Antwort dauert {}; gib ihm mehr Zeit</translation>
    </message>
    <message>
        <source>no request is ever served within {}: the fastest answer takes {}; give it more time</source>
        <translation>keine Anfrage wird je in {} bedient: Die schnellste Antwort dauert {}; gib ihr mehr Zeit</translation>
    </message>
    <message>
        <source>leaves all requests out of the figures: the arrivals end at {}; set it below that</source>
        <translation>lässt alle Anfragen aus den Kennzahlen weg: Die Ankünfte enden bei {}; setze es darunter</translation>
    </message>
    <message>
        <source>the breaker never opens: it may not before {}, and the run is over at {}; set it below that</source>
        <translation>der Breaker öffnet nie: Er darf es nicht vor {}, und der Lauf ist bei {} zu Ende; setze es darunter</translation>
    </message>
    <message>
        <source>has no effect: the run is over at {}; make the edit earlier</source>
        <translation>ist wirkungslos: Der Lauf ist bei {} zu Ende; lege die Änderung früher</translation>
    </message>
    <message>
        <source>at {} no request arrives any more (the arrivals end at {}): the edit can only meet those that are still under way; make it earlier</source>
        <translation>bei {} kommt keine Anfrage mehr an (die Ankünfte enden bei {}): Die Änderung kann nur treffen, was noch unterwegs ist; lege sie früher</translation>
    </message>
    <message>
        <source>has no effect: {} has this value already; set another one</source>
        <translation>ist wirkungslos: {} hat diesen Wert schon; setze einen anderen</translation>
    </message>
    <message>
        <source>more than {} can never be reached: the window holds {}</source>
        <translation>mehr als {} ist nie zu erreichen: Das Fenster fasst {}</translation>
    </message>
    <message>
        <source>the shares sum to {:g}% with the {:g}% that {} fails by itself, more than 100%</source>
        <translation>die Anteile ergeben {:g}% mit den {:g}%, mit denen {} von sich aus fehlschlägt, mehr als 100%</translation>
    </message>
</context>
<context>
    <name>KeyDocs</name>
    <message>
        <source>Range: %1.</source>
        <translation>Bereich: %1.</translation>
    </message>
    <message>
        <source>When left out: %1.</source>
        <translation>Wenn weggelassen: %1.</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>Range: %1.</source>
        <translation>Bereich: %1.</translation>
    </message>
</context>
<context>
    <name>KindFields</name>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>falls back</source>
        <translation>weicht aus</translation>
    </message>
    <message>
        <source>a failure</source>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>a success</source>
        <translation>ein Erfolg</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>%1 is retried</source>
        <translation>%1 wird wiederholt</translation>
    </message>
    <message>
        <source>Whether retry loops try again after it.</source>
        <translation>Ob Retry-Schleifen es danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A failure that never passes by itself is only paid for again.</source>
        <translation>Ein Fehler, der nie von selbst vergeht, wird nur ein zweites Mal bezahlt.</translation>
    </message>
    <message>
        <source>%1 falls back</source>
        <translation>%1 weicht aus</translation>
    </message>
    <message>
        <source>Whether the next leg of the chain is asked.</source>
        <translation>Ob das nächste Glied der Kette gefragt wird.</translation>
    </message>
    <message>
        <source>Another service may do what this one cannot, unless the input itself is bad.</source>
        <translation>Ein anderer Dienst kann vielleicht, was dieser nicht kann, es sei denn, die Eingabe selbst ist schlecht.</translation>
    </message>
    <message>
        <source>counts as</source>
        <translation>zählt als</translation>
    </message>
    <message>
        <source>What it counts as for a circuit breaker.</source>
        <translation>Als was er für einen Circuit Breaker zählt.</translation>
    </message>
    <message>
        <source>The caller&apos;s own mistakes say nothing of the health of a service.</source>
        <translation>Eigene Fehler des Aufrufers sagen nichts über die Gesundheit eines Dienstes.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Error matrix</source>
        <translation>Fehlermatrix</translation>
    </message>
    <message>
        <source>what failures mean</source>
        <translation>was Fehler bedeuten</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>zeigt sich</translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message>
        <source>%1 of %2 in a row failed</source>
        <translation>%1 von %2 in Folge fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failures since the reset</source>
        <translation>%1 Fehler seit dem Zurücksetzen</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failures in the window</source>
        <translation>%1 Fehler im Fenster</translation>
    </message>
    <message>
        <source>%1 of %2 were slow</source>
        <translation>%1 von %2 waren langsam</translation>
    </message>
    <message>
        <source>the probe failed</source>
        <translation>die Probe schlug fehl</translation>
    </message>
    <message>
        <source>%1 of %2 probes failed</source>
        <translation>%1 von %2 Proben fehlgeschlagen</translation>
    </message>
    <message>
        <source>no verdict of the probe</source>
        <translation>kein Urteil der Probe</translation>
    </message>
    <message>
        <source>%1 of %2 probes were slow</source>
        <translation>%1 von %2 Proben waren langsam</translation>
    </message>
    <message>
        <source>the probe&apos;s failure does not count</source>
        <translation>der Fehler der Probe zählt nicht</translation>
    </message>
    <message>
        <source>a late call succeeded</source>
        <translation>ein später Aufruf gelang</translation>
    </message>
    <message>
        <source>success %1 %, limit %2 %</source>
        <translation>Erfolg %1 %, Grenze %2 %</translation>
    </message>
    <message>
        <source>told to wait (Retry-After)</source>
        <translation>soll warten (Retry-After)</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>seine Zeit war um</translation>
    </message>
    <message>
        <source>%1 of %2 probes succeeded</source>
        <translation>%1 von %2 Proben gelungen</translation>
    </message>
    <message>
        <source>%1 changes of state, zoom in</source>
        <translation>%1 Zustandswechsel, hineinzoomen</translation>
    </message>
    <message>
        <source>OPEN %1</source>
        <translation>OPEN %1</translation>
    </message>
    <message>
        <source>OPEN until %1 s</source>
        <translation>OPEN bis %1 s</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>%1: %2 changes of state from %3 on
Zoom in to tell them apart.</source>
        <translation>%1: %2 Zustandswechsel ab %3
Hineinzoomen, um sie zu unterscheiden.</translation>
    </message>
    <message>
        <source>%1 %2, %3 – now</source>
        <translation>%1 %2, %3 – jetzt</translation>
    </message>
    <message>
        <source>%1 %2, %3 – %4</source>
        <translation>%1 %2, %3 – %4</translation>
    </message>
    <message>
        <source>because %1</source>
        <translation>weil %1</translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1 calls refused</source>
        <translation>%1 Aufrufe abgewiesen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>LaterChanges</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>From %1 on: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
</context>
<context>
    <name>OperationFields</name>
    <message>
        <source>no policy</source>
        <translation>keine Policy</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>The service that this leg calls.</source>
        <translation>Der Dienst, den dieses Glied aufruft.</translation>
    </message>
    <message>
        <source>Later legs are asked only when earlier ones have failed.</source>
        <translation>Spätere Glieder werden erst gefragt, wenn frühere gescheitert sind.</translation>
    </message>
    <message>
        <source>skip %1 while open</source>
        <translation>%1 auslassen, solange offen</translation>
    </message>
    <message>
        <source>The leg is passed over while its breaker is open, without a refusal.</source>
        <translation>Das Glied wird übersprungen, solange sein Breaker offen ist, ohne abzuweisen.</translation>
    </message>
    <message>
        <source>Saves the waits of a retry loop around a breaker that refuses.</source>
        <translation>Spart die Wartezeiten einer Retry-Schleife um einen abweisenden Breaker.</translation>
    </message>
    <message>
        <source>when all fail</source>
        <translation>wenn alle scheitern</translation>
    </message>
    <message>
        <source>What a request does when its whole chain has failed.</source>
        <translation>Was eine Anfrage tut, wenn ihre ganze Kette gescheitert ist.</translation>
    </message>
    <message>
        <source>Going on with nothing hides the failure from whoever waits for the answer.</source>
        <translation>Mit nichts weiterzumachen verbirgt den Fehler vor dem, der auf die Antwort wartet.</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>scheitern</translation>
    </message>
    <message>
        <source>go on with nothing</source>
        <translation>mit nichts weitermachen</translation>
    </message>
    <message>
        <source>partial answer</source>
        <translation>Teilantwort</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>What stands between: retries, timeout, breaker.</source>
        <translation>Was dazwischen steht: Retries, Timeout, Breaker.</translation>
    </message>
    <message>
        <source>Legs under one policy share its settings, each with a state of its own.</source>
        <translation>Glieder unter einer Policy teilen ihre Einstellungen, jedes mit eigenem Zustand.</translation>
    </message>
    <message>
        <source>none: one plain call</source>
        <translation>keine: ein einfacher Aufruf</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Chain of %1</source>
        <translation>Kette von %1</translation>
    </message>
    <message>
        <source>1 leg</source>
        <translation>1 Glied</translation>
    </message>
    <message>
        <source>%1 legs</source>
        <translation>%1 Glieder</translation>
    </message>
    <message>
        <source>falls back on</source>
        <translation>weicht aus bei</translation>
    </message>
</context>
<context>
    <name>PartActions</name>
    <message>
        <source>%1 is still used: %2. Change that first.</source>
        <translation>%1 wird noch benutzt: %2. Das zuerst ändern.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>A copy under another name, with all settings.</source>
        <translation>Eine Kopie unter anderem Namen, mit allen Einstellungen.</translation>
    </message>
    <message>
        <source>duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Takes it out of the document. What is still used is refused, with who uses it.</source>
        <translation>Nimmt es aus dem Dokument. Noch Benutztes wird nicht entfernt; gesagt wird, wer es benutzt.</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>leg %1 of %2</source>
        <translation>Glied %1 von %2</translation>
    </message>
    <message>
        <source>call %1 of %2</source>
        <translation>Aufruf %1 von %2</translation>
    </message>
    <message>
        <source>the input %1</source>
        <translation>die Eingabe %1</translation>
    </message>
    <message>
        <source>the policy %1</source>
        <translation>die Policy %1</translation>
    </message>
    <message>
        <source>the service %1</source>
        <translation>der Dienst %1</translation>
    </message>
    <message>
        <source>the operation %1</source>
        <translation>die Operation %1</translation>
    </message>
    <message>
        <source>workload %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>fault %1</source>
        <translation>Störung %1</translation>
    </message>
    <message>
        <source>timed edit %1</source>
        <translation>zeitgesteuerte Änderung %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is called. Letters, digits, _ and -.</source>
        <translation>Wie es heißt. Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>Everything that uses the name follows.</source>
        <translation>Alles, was den Namen benutzt, folgt.</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>A simulated dependency. Legs, calls and faults can then name it.</source>
        <translation>Eine simulierte Abhängigkeit. Glieder, Aufrufe und Störungen können sie dann nennen.</translation>
    </message>
    <message>
        <source>add service %1</source>
        <translation>Dienst %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add an operation</source>
        <translation>Operation hinzufügen</translation>
    </message>
    <message>
        <source>Another thing that requests do, with a chain of its own. A workload can then ask for it.</source>
        <translation>Etwas anderes, was Anfragen tun, mit eigener Kette. Eine Last kann es dann verlangen.</translation>
    </message>
    <message>
        <source>add operation %1</source>
        <translation>Operation %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add a leg</source>
        <translation>Glied hinzufügen</translation>
    </message>
    <message>
        <source>One more service to ask when those before it have failed.</source>
        <translation>Ein weiterer Dienst, gefragt, wenn die davor gescheitert sind.</translation>
    </message>
    <message>
        <source>add leg %1</source>
        <translation>Glied %1 hinzufügen</translation>
    </message>
    <message>
        <source>leg %1</source>
        <translation>Glied %1</translation>
    </message>
    <message>
        <source>A chain needs at least one leg: choose another service, or add a leg first.</source>
        <translation>Eine Kette braucht mindestens ein Glied: einen anderen Dienst wählen oder zuerst ein Glied hinzufügen.</translation>
    </message>
    <message>
        <source>Add a workload</source>
        <translation>Last hinzufügen</translation>
    </message>
    <message>
        <source>One more stream of requests, with arrivals of its own.</source>
        <translation>Ein weiterer Strom von Anfragen, mit eigenen Ankünften.</translation>
    </message>
    <message>
        <source>The same once more: twice the load.</source>
        <translation>Dasselbe noch einmal: doppelte Last.</translation>
    </message>
    <message>
        <source>duplicate workload %1</source>
        <translation>Last %1 verdoppeln</translation>
    </message>
    <message>
        <source>Somebody has to ask: a scenario needs at least one workload.</source>
        <translation>Jemand muss fragen: Ein Szenario braucht mindestens eine Last.</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>More failures</source>
        <translation>Mehr Fehler</translation>
    </message>
    <message>
        <source>Other failures</source>
        <translation>Andere Fehler</translation>
    </message>
    <message>
        <source>Fewer workers</source>
        <translation>Weniger Worker</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Rate Limit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Comes and goes</source>
        <translation>Kommt und geht</translation>
    </message>
    <message>
        <source>Begins after a quarter of the run; drag it on its track or set its times here.</source>
        <translation>Beginnt nach einem Viertel des Laufs; auf ihrer Spur ziehen oder ihre Zeiten hier einstellen.</translation>
    </message>
    <message>
        <source>add fault of %1: %2</source>
        <translation>Störung von %1 hinzufügen: %2</translation>
    </message>
    <message>
        <source>fault of %1</source>
        <translation>Störung von %1</translation>
    </message>
    <message>
        <source>The same once more.</source>
        <translation>Dasselbe noch einmal.</translation>
    </message>
    <message>
        <source>Add a failure kind</source>
        <translation>Fehlerart hinzufügen</translation>
    </message>
    <message>
        <source>A failure of your own, with what it means to retries, fallbacks and breakers.</source>
        <translation>Eine eigene Fehlerart, mit ihrer Bedeutung für Retries, Fallbacks und Breaker.</translation>
    </message>
    <message>
        <source>add failure kind %1</source>
        <translation>Fehlerart %1 hinzufügen</translation>
    </message>
    <message>
        <source>Requests may carry this fault through all their tries.</source>
        <translation>Anfragen können diesen Fehler durch alle ihre Versuche tragen.</translation>
    </message>
    <message>
        <source>add input %1</source>
        <translation>Eingabe %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add a timed edit</source>
        <translation>Zeitgesteuerte Änderung hinzufügen</translation>
    </message>
    <message>
        <source>A setting that changes while it runs, as if a person had changed it then.</source>
        <translation>Eine Einstellung, die sich im Lauf ändert, als hätte sie dann jemand geändert.</translation>
    </message>
    <message>
        <source>Copy for this leg alone</source>
        <translation>Kopie nur für dieses Glied</translation>
    </message>
    <message>
        <source>A copy of the policy under another name; others keep this one.</source>
        <translation>Eine Kopie der Policy unter anderem Namen; andere behalten diese.</translation>
    </message>
    <message>
        <source>duplicate policy %1</source>
        <translation>Policy %1 verdoppeln</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neue Policy</translation>
    </message>
    <message>
        <source>New policy for this leg</source>
        <translation>Neue Policy für dieses Glied</translation>
    </message>
    <message>
        <source>Three attempts, a timeout of 10 s and the tutorial&apos;s breaker, to begin with.</source>
        <translation>Drei Versuche, ein Timeout von 10 s und der Breaker der Anleitung, für den Anfang.</translation>
    </message>
    <message>
        <source>add policy %1</source>
        <translation>Policy %1 hinzufügen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>One place earlier in the order of the file.</source>
        <translation>Einen Platz früher in der Reihenfolge der Datei.</translation>
    </message>
    <message>
        <source>move up %1</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>One place later in the order of the file.</source>
        <translation>Einen Platz später in der Reihenfolge der Datei.</translation>
    </message>
    <message>
        <source>move down %1</source>
        <translation>%1 nach unten</translation>
    </message>
    <message>
        <source>Takes it out of the document.</source>
        <translation>Nimmt es aus dem Dokument.</translation>
    </message>
    <message>
        <source>At least one is needed.</source>
        <translation>Mindestens eines wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>token bucket of {:g}: a retry takes {:g}, after a timeout {:g}</source>
        <translation>Token-Eimer mit {:g}: Ein Retry kostet {:g}, nach einem Timeout {:g}</translation>
    </message>
    <message>
        <source>, after a rate limit {:g}</source>
        <translation>, nach einem Rate Limit {:g}</translation>
    </message>
    <message>
        <source>, a success gives back {:g}</source>
        <translation>, ein Erfolg gibt {:g} zurück</translation>
    </message>
    <message>
        <source>bucket of {:g}: a request gives {:g}, a retry takes {:g}</source>
        <translation>Eimer mit {:g}: Eine Anfrage gibt {:g}, ein Retry kostet {:g}</translation>
    </message>
    <message>
        <source>bucket of {:g}: a success gives {:g}, a retry takes {:g}</source>
        <translation>Eimer mit {:g}: Ein Erfolg gibt {:g}, ein Retry kostet {:g}</translation>
    </message>
    <message>
        <source>retries up to {} of the requests in {} and {:g} a second</source>
        <translation>Retries bis zu {} der Anfragen in {} und {:g} je Sekunde</translation>
    </message>
    <message>
        <source>retries under way up to {} of the requests under way, at least {}</source>
        <translation>laufende Retries bis zu {} der laufenden Anfragen, mindestens {}</translation>
    </message>
    <message>
        <source>throttle of {:g} tokens: a failure takes 1, a success gives {:g}, retries above half</source>
        <translation>Drossel mit {:g} Token: Ein Fehler kostet 1, ein Erfolg gibt {:g}, Retries über der Hälfte</translation>
    </message>
    <message>
        <source>adaptive throttle: refuses what exceeds {:g} times the accepted of the last {}</source>
        <translation>adaptive Drossel: weist ab, was das {:g}-fache des Angenommenen der letzten {} übersteigt</translation>
    </message>
    <message>
        <source>retries while at most {} of the {} {} failed</source>
        <translation>Retries, solange höchstens {} der {} {} scheiterten</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>of the last {}</source>
        <translation>der letzten {}</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>seit dem Start</translation>
    </message>
    <message>
        <source>{} at once</source>
        <translation>{} gleichzeitig</translation>
    </message>
    <message>
        <source>, none wait</source>
        <translation>, keiner wartet</translation>
    </message>
    <message>
        <source>, {} wait</source>
        <translation>, {} warten</translation>
    </message>
    <message>
        <source>, any number wait</source>
        <translation>, beliebig viele warten</translation>
    </message>
    <message>
        <source> up to {}</source>
        <translation> bis zu {}</translation>
    </message>
    <message>
        <source>{}, shared by all instances</source>
        <translation>{}, für alle Instanzen gemeinsam</translation>
    </message>
    <message>
        <source>{:g}/s, burst {:g}, {} when empty</source>
        <translation>{:g}/s, Stoß {:g}, {}, wenn leer</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>weist ab</translation>
    </message>
    <message>
        <source>, at most {}</source>
        <translation>, höchstens {}</translation>
    </message>
    <message>
        <source>further copy</source>
        <translation>weitere Kopie</translation>
    </message>
    <message>
        <source>further copies</source>
        <translation>weitere Kopien</translation>
    </message>
    <message>
        <source>after {}</source>
        <translation>nach {}</translation>
    </message>
    <message>
        <source>after the {} quantile</source>
        <translation>nach dem {}-Quantil</translation>
    </message>
    <message>
        <source>{} {}, losers are {}</source>
        <translation>{} {}, Verlierer werden {}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>left to finish</source>
        <translation>zu Ende geführt</translation>
    </message>
    <message>
        <source>the last {}</source>
        <translation>den letzten {}</translation>
    </message>
    <message>
        <source>the last call</source>
        <translation>dem letzten Aufruf</translation>
    </message>
    <message>
        <source>the last {} calls</source>
        <translation>den letzten {} Aufrufen</translation>
    </message>
    <message>
        <source>more than </source>
        <translation>mehr als </translation>
    </message>
    <message>
        <source>{}{} in a row</source>
        <translation>{}{} in Folge</translation>
    </message>
    <message>
        <source>{}{} failures in all since the last reset</source>
        <translation>{}{} Fehler insgesamt seit dem letzten Zurücksetzen</translation>
    </message>
    <message>
        <source>{}{} in {}</source>
        <translation>{}{} in {}</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{} {} failed of {}</source>
        <translation>{} {} Fehler in {}</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source> or {} slower than {}</source>
        <translation> oder {} langsamer als {}</translation>
    </message>
    <message>
        <source>, from {:g} calls a second on</source>
        <translation>, ab {:g} Aufrufen je Sekunde</translation>
    </message>
    <message>
        <source>, from {} calls on</source>
        <translation>, ab {} Aufrufen</translation>
    </message>
    <message>
        <source>, looked at every {}</source>
        <translation>, geprüft alle {}</translation>
    </message>
    <message>
        <source>, looked at when one fails</source>
        <translation>, geprüft, wenn einer fehlschlägt</translation>
    </message>
    <message>
        <source>, refused and unfinished calls included</source>
        <translation>, abgewiesene und unfertige Aufrufe mitgezählt</translation>
    </message>
    <message>
        <source>, all forgotten every {}</source>
        <translation>, alles vergessen alle {}</translation>
    </message>
    <message>
        <source>, not before {}</source>
        <translation>, nicht vor {}</translation>
    </message>
    <message>
        <source> times the ejections so far</source>
        <translation> mal die bisherigen Herausnahmen</translation>
    </message>
    <message>
        <source>, at most {} of the replicas at once</source>
        <translation>, höchstens {} der Replikate zugleich</translation>
    </message>
    <message>
        <source>, or a success rate {:g} deviations below the mean</source>
        <translation>, oder eine Erfolgsquote {:g} Abweichungen unter dem Mittel</translation>
    </message>
    <message>
        <source>, or {} failed in a sweep</source>
        <translation>, oder {} in einem Durchgang fehlgeschlagen</translation>
    </message>
    <message>
        <source>open time</source>
        <translation>Offenzeit</translation>
    </message>
    <message>
        <source>, … with each re-opening</source>
        <translation>, … bei jedem erneuten Öffnen</translation>
    </message>
    <message>
        <source> with each re-opening</source>
        <translation> bei jedem erneuten Öffnen</translation>
    </message>
    <message>
        <source>open time {} with each re-opening</source>
        <translation>Offenzeit {} bei jedem erneuten Öffnen</translation>
    </message>
    <message>
        <source>open more than </source>
        <translation>offen länger als </translation>
    </message>
    <message>
        <source>open </source>
        <translation>offen </translation>
    </message>
    <message>
        <source>, jittered</source>
        <translation>, mit Jitter</translation>
    </message>
    <message>
        <source> or as the failure asks</source>
        <translation> oder wie der Fehler verlangt</translation>
    </message>
    <message>
        <source> from the last failure</source>
        <translation> ab dem letzten Fehler</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>half-open lets every call through</source>
        <translation>halb offen lässt jeden Aufruf durch</translation>
    </message>
    <message>
        <source>then closed without a probe</source>
        <translation>dann ohne Probe geschlossen</translation>
    </message>
    <message>
        <source>, closes when their failure rate is below the limit</source>
        <translation>, schließt, wenn ihre Fehlerquote unter der Grenze liegt</translation>
    </message>
    <message>
        <source>, closes after {} successes</source>
        <translation>, schließt nach {} Erfolgen</translation>
    </message>
    <message>
        <source> of {}</source>
        <translation> von {}</translation>
    </message>
    <message>
        <source>, other calls wait for the verdict</source>
        <translation>, andere Aufrufe warten auf das Urteil</translation>
    </message>
    <message>
        <source>, {} without a verdict after {}</source>
        <translation>, {} ohne Urteil nach {}</translation>
    </message>
    <message>
        <source>re-opens</source>
        <translation>öffnet wieder</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>, calls one at a time</source>
        <translation>, Aufrufe einzeln nacheinander</translation>
    </message>
    <message>
        <source>, offset {}</source>
        <translation>, Versatz {}</translation>
    </message>
    <message>
        <source>no wait</source>
        <translation>ohne Wartezeit</translation>
    </message>
    <message>
        <source>constant {}</source>
        <translation>konstant {}</translation>
    </message>
    <message>
        <source>linear {}{}</source>
        <translation>linear {}{}</translation>
    </message>
    <message>
        <source>exponential {} × {:g}{}</source>
        <translation>exponentiell {} × {:g}{}</translation>
    </message>
    <message>
        <source>{:g}^k s before retry k</source>
        <translation>{:g}^k s vor Retry k</translation>
    </message>
    <message>
        <source>{:g}^(k{:+}) s before retry k</source>
        <translation>{:g}^(k{:+}) s vor Retry k</translation>
    </message>
    <message>
        <source>no jitter</source>
        <translation>ohne Jitter</translation>
    </message>
    <message>
        <source>full jitter</source>
        <translation>voller Jitter</translation>
    </message>
    <message>
        <source>equal jitter</source>
        <translation>halber Jitter</translation>
    </message>
    <message>
        <source>decorrelated jitter</source>
        <translation>dekorrelierter Jitter</translation>
    </message>
    <message>
        <source>additive jitter {:g}</source>
        <translation>additiver Jitter {:g}</translation>
    </message>
    <message>
        <source>jitter ±{}</source>
        <translation>Jitter ±{}</translation>
    </message>
    <message>
        <source>Polly&apos;s jitter</source>
        <translation>Jitter von Polly</translation>
    </message>
    <message>
        <source>Envoy&apos;s jitter</source>
        <translation>Jitter von Envoy</translation>
    </message>
    <message>
        <source>whole milliseconds ±{}</source>
        <translation>ganze Millisekunden ±{}</translation>
    </message>
    <message>
        <source>up to {} added</source>
        <translation>bis zu {} mehr</translation>
    </message>
    <message>
        <source>{}, per replica at the balancer</source>
        <translation>{}, je Replikat am Lastverteiler</translation>
    </message>
    <message>
        <source>, shared by all instances</source>
        <translation>, für alle Instanzen gemeinsam</translation>
    </message>
    <message>
        <source>, at least {}</source>
        <translation>, mindestens {}</translation>
    </message>
    <message>
        <source>, sorted</source>
        <translation>, sortiert</translation>
    </message>
    <message>
        <source>1 attempt = no retry</source>
        <translation>1 Versuch = kein Retry</translation>
    </message>
    <message>
        <source>{} attempts = {}</source>
        <translation>{} Versuche = {}</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Retries</translation>
    </message>
    <message>
        <source>, × {:g} each try</source>
        <translation>, × {:g} je Versuch</translation>
    </message>
</context>
<context>
    <name>PolicyFields</name>
    <message>
        <source>%1 has no policy: one plain call, without retry, timeout or breaker.</source>
        <translation>%1 hat keine Policy: ein einfacher Aufruf ohne Retry, Timeout und Breaker.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Whether an attempt is given up after some time.</source>
        <translation>Ob ein Versuch nach einiger Zeit aufgegeben wird.</translation>
    </message>
    <message>
        <source>Without a timeout one answer that never comes holds its request for ever.</source>
        <translation>Ohne Timeout hält eine Antwort, die nie kommt, ihre Anfrage für immer fest.</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>How long the first attempt may take.</source>
        <translation>Wie lange der erste Versuch dauern darf.</translation>
    </message>
    <message>
        <source>Too short turns slow answers into failures; too long makes callers wait for what will not come.</source>
        <translation>Zu kurz macht aus langsamen Antworten Fehler; zu lang lässt Aufrufer auf etwas warten, das nicht kommt.</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Each further attempt may take so many times longer.</source>
        <translation>Jeder weitere Versuch darf so viel Mal länger dauern.</translation>
    </message>
    <message>
        <source>30 s, 60 s, 120 s: patience that grows catches slow answers, and keeps the caller waiting.</source>
        <translation>30 s, 60 s, 120 s: Wachsende Geduld fängt langsame Antworten und lässt den Aufrufer warten.</translation>
    </message>
    <message>
        <source>Tries after the first one.</source>
        <translation>Versuche nach dem ersten.</translation>
    </message>
    <message>
        <source>Each retry helps against luck and adds load against overload.</source>
        <translation>Jeder Retry hilft gegen Pech und bringt bei Überlast noch mehr Last.</translation>
    </message>
    <message>
        <source>= 1 try</source>
        <translation>= 1 Versuch</translation>
    </message>
    <message>
        <source>= %1 tries</source>
        <translation>= %1 Versuche</translation>
    </message>
    <message>
        <source>The base b of the waits b^1, b^2, … seconds (as documented) or b^0, b^1, … (as implemented).</source>
        <translation>Die Basis b der Wartezeiten b^1, b^2, … Sekunden (wie beschrieben) oder b^0, b^1, … (wie implementiert).</translation>
    </message>
    <message>
        <source>The waits grow without a cap.</source>
        <translation>Die Wartezeiten wachsen ohne Deckel.</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesart</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>wie beschrieben</translation>
    </message>
    <message>
        <source>as implemented</source>
        <translation>wie implementiert</translation>
    </message>
    <message>
        <source>Whether the object does what its text says or what its code does.</source>
        <translation>Ob das Objekt tut, was sein Text sagt, oder was sein Code tut.</translation>
    </message>
    <message>
        <source>The code retries every failure, permanent ones included, and ignores timeout_override.</source>
        <translation>Der Code wiederholt jeden Fehler, auch dauerhafte, und übergeht timeout_override.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Shared with %1.</source>
        <translation>Gemeinsam mit %1.</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>cap</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>ErrorRecoveryPolicy</source>
        <translation>ErrorRecoveryPolicy</translation>
    </message>
    <message>
        <source>The tutorial&apos;s policy object, as it is written, in place of the retry.</source>
        <translation>Das Policy-Objekt der Anleitung, wie es geschrieben steht, anstelle des Retry.</translation>
    </message>
    <message>
        <source>It shows what the published class does, beside what its text says.</source>
        <translation>Es zeigt, was die veröffentlichte Klasse tut, neben dem, was ihr Text sagt.</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>a duration such as 250 ms or 2 min</source>
        <translation>eine Dauer wie 250 ms oder 2 min</translation>
    </message>
    <message>
        <source>a share such as 7.5 %</source>
        <translation>ein Anteil wie 7.5 %</translation>
    </message>
    <message>
        <source>a rate such as 5/s or 300/min</source>
        <translation>eine Rate wie 5/s oder 300/min</translation>
    </message>
    <message>
        <source>an amount in US dollars such as 0.10</source>
        <translation>ein Betrag in US-Dollar wie 0.10</translation>
    </message>
    <message>
        <source>a number such as 2.5</source>
        <translation>eine Zahl wie 2.5</translation>
    </message>
    <message>
        <source>a whole number such as 5</source>
        <translation>eine ganze Zahl wie 5</translation>
    </message>
    <message>
        <source>Expected %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>A comma before three digits may mean thousands or a fraction: write 1500 or 1.5. %1</source>
        <translation>Ein Komma vor drei Ziffern kann Tausender oder Bruch heißen: 1500 oder 1.5 schreiben. %1</translation>
    </message>
    <message>
        <source>This is no whole number. %1</source>
        <translation>Das ist keine ganze Zahl. %1</translation>
    </message>
    <message>
        <source>This is a duration. %1</source>
        <translation>Das ist eine Dauer. %1</translation>
    </message>
    <message>
        <source>This is a share. %1</source>
        <translation>Das ist ein Anteil. %1</translation>
    </message>
    <message>
        <source>This is a rate. %1</source>
        <translation>Das ist eine Rate. %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>{} · seed {} · {} simulated · {} events · trace hash {} · {}</source>
        <translation>{} · Seed {} · {} simuliert · {} Ereignisse · Hash des Verlaufs {} · {}</translation>
    </message>
    <message>
        <source>What the model takes into account</source>
        <translation>Was das Modell berücksichtigt</translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation>Das Szenario</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>in flight at the end</source>
        <translation>am Ende unterwegs</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>gewünscht</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>calls per request</source>
        <translation>Aufrufe je Anfrage</translation>
    </message>
    <message>
        <source>answers served</source>
        <translation>bediente Antworten</translation>
    </message>
    <message>
        <source>share of answers</source>
        <translation>Anteil der Antworten</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>trips</source>
        <translation>Auslösungen</translation>
    </message>
    <message>
        <source>false trips</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>halb offen</translation>
    </message>
    <message>
        <source>{} before {}</source>
        <translation>{} vor {}</translation>
    </message>
    <message>
        <source>Breakers</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>fault at</source>
        <translation>Störung bei</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>time to detect</source>
        <translation>Zeit bis zum Erkennen</translation>
    </message>
    <message>
        <source>time to recover</source>
        <translation>Zeit bis zur Erholung</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Advice of the linter</source>
        <translation>Hinweise des Linters</translation>
    </message>
    <message>
        <source>None: no rule found anything to say.</source>
        <translation>Keine: Keine Regel hatte etwas zu sagen.</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>Theorie</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>{}, {}, assumes: {}</source>
        <translation>{}, {}, nimmt an: {}</translation>
    </message>
    <message>
        <source>{}, {}: does not apply, {}</source>
        <translation>{}, {}: gilt nicht, {}</translation>
    </message>
    <message>
        <source>Checked against theory</source>
        <translation>Gegen die Theorie geprüft</translation>
    </message>
    <message>
        <source>re-opened</source>
        <translation>wieder geöffnet</translation>
    </message>
    <message>
        <source>calls refused</source>
        <translation>abgewiesene Aufrufe</translation>
    </message>
</context>
<context>
    <name>Report: code of the language</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>zweimal</translation>
    </message>
    <message>
        <source>{} times</source>
        <translation>{}-mal</translation>
    </message>
    <message>
        <source>refused {}; </source>
        <translation>{} abgewiesen; </translation>
    </message>
    <message>
        <source>healed; </source>
        <translation>geheilt; </translation>
    </message>
    <message>
        <source>fell back; </source>
        <translation>ausgewichen; </translation>
    </message>
    <message>
        <source>retried {}; </source>
        <translation>{} wiederholt; </translation>
    </message>
    <message>
        <source>hedged; </source>
        <translation>mit Kopie; </translation>
    </message>
    <message>
        <source>served by {}</source>
        <translation>bedient von {}</translation>
    </message>
    <message>
        <source>went on with nothing: {}</source>
        <translation>weiter mit nichts: {}</translation>
    </message>
    <message>
        <source>partial: {}</source>
        <translation>teilweise: {}</translation>
    </message>
    <message>
        <source>failed: deadline passed at {}</source>
        <translation>gescheitert: Frist um bei {}</translation>
    </message>
    <message>
        <source>failed: {} at {}</source>
        <translation>gescheitert: {} an {}</translation>
    </message>
    <message>
        <source>being healed after {}</source>
        <translation>wird geheilt nach {}</translation>
    </message>
    <message>
        <source>in flight at {}</source>
        <translation>unterwegs bei {}</translation>
    </message>
    <message>
        <source>waiting in the bulkhead before {}</source>
        <translation>wartet im Bulkhead vor {}</translation>
    </message>
    <message>
        <source>waiting in the rate limiter before {}</source>
        <translation>wartet im Rate Limiter vor {}</translation>
    </message>
    <message>
        <source>waiting before the breaker of {}</source>
        <translation>wartet vor dem Breaker von {}</translation>
    </message>
    <message>
        <source>waiting to ask {} again</source>
        <translation>wartet, um {} wieder zu fragen</translation>
    </message>
</context>
<context>
    <name>RetryFields</name>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>All tries of this leg, the first one included.</source>
        <translation>Alle Versuche dieses Gliedes, der erste mitgezählt.</translation>
    </message>
    <message>
        <source>Each retry helps against bad luck, and adds load where load is the trouble.</source>
        <translation>Jeder Retry hilft gegen Pech und bringt mehr Last, wo Last das Problem ist.</translation>
    </message>
    <message>
        <source>= no retry</source>
        <translation>= kein Retry</translation>
    </message>
    <message>
        <source>= 1 retry</source>
        <translation>= 1 Retry</translation>
    </message>
    <message>
        <source>= %1 retries</source>
        <translation>= %1 Retries</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>How the waits grow from retry to retry.</source>
        <translation>Wie die Wartezeiten von Retry zu Retry wachsen.</translation>
    </message>
    <message>
        <source>Waits that grow leave a struggling service time to recover.</source>
        <translation>Wachsende Wartezeiten lassen einem kämpfenden Dienst Zeit, sich zu erholen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Potenz</translation>
    </message>
    <message>
        <source>base wait</source>
        <translation>erste Wartezeit</translation>
    </message>
    <message>
        <source>The wait before the first retry, before jitter.</source>
        <translation>Die Wartezeit vor dem ersten Retry, vor dem Jitter.</translation>
    </message>
    <message>
        <source>Shorter answers sooner; longer spares a service that is down.</source>
        <translation>Kürzer antwortet früher; länger schont einen ausgefallenen Dienst.</translation>
    </message>
    <message>
        <source>multiplier</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Each wait is so many times the one before.</source>
        <translation>Jede Wartezeit ist so viel Mal so lang wie die davor.</translation>
    </message>
    <message>
        <source>2 doubles: the load of retries halves with each round.</source>
        <translation>2 verdoppelt: Die Last der Retries halbiert sich mit jeder Runde.</translation>
    </message>
    <message>
        <source>cap</source>
        <translation>Deckel</translation>
    </message>
    <message>
        <source>No wait is longer than this.</source>
        <translation>Keine Wartezeit ist länger als das.</translation>
    </message>
    <message>
        <source>Without a cap the tenth wait of a doubling schedule is 1,000 times the first.</source>
        <translation>Ohne Deckel ist die zehnte Wartezeit eines verdoppelnden Plans das 1,000-fache der ersten.</translation>
    </message>
    <message>
        <source>jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>How much of the wait is left to chance.</source>
        <translation>Wie viel der Wartezeit dem Zufall überlassen bleibt.</translation>
    </message>
    <message>
        <source>Without jitter all that failed together come back together.</source>
        <translation>Ohne Jitter kommen alle, die zusammen scheiterten, auch zusammen wieder.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>zur Hälfte</translation>
    </message>
    <message>
        <source>decorrelated</source>
        <translation>dekorreliert</translation>
    </message>
    <message>
        <source>additive</source>
        <translation>additiv</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>jitter share</source>
        <translation>Jitter-Anteil</translation>
    </message>
    <message>
        <source>The part of the wait that chance may add.</source>
        <translation>Der Teil der Wartezeit, den der Zufall hinzufügen darf.</translation>
    </message>
    <message>
        <source>0.5 is the tutorial&apos;s.</source>
        <translation>0.5 ist der Wert der Anleitung.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Whether a failed attempt is tried again.</source>
        <translation>Ob ein fehlgeschlagener Versuch wiederholt wird.</translation>
    </message>
    <message>
        <source>Off: the first failure goes straight to the next leg.</source>
        <translation>Aus: Der erste Fehler geht gleich an das nächste Glied.</translation>
    </message>
    <message>
        <source>randomized</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>gestreut</translation>
    </message>
    <message>
        <source>jitter up to</source>
        <translation>Jitter bis</translation>
    </message>
    <message>
        <source>The longest time that chance may add.</source>
        <translation>Die längste Zeit, die der Zufall hinzufügen darf.</translation>
    </message>
    <message>
        <source>own waits for</source>
        <translation>eigene Wartezeiten für</translation>
    </message>
    <message>
        <source>A failure kind that gets waits of its own.</source>
        <translation>Eine Fehlerart, die eigene Wartezeiten bekommt.</translation>
    </message>
    <message>
        <source>A server that is busy wants a longer pause than a line that broke.</source>
        <translation>Ein beschäftigter Server will eine längere Pause als eine abgerissene Leitung.</translation>
    </message>
    <message>
        <source>waits after %1</source>
        <translation>Wartezeiten nach %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The general waits hold again.</source>
        <translation>Die allgemeinen Wartezeiten gelten wieder.</translation>
    </message>
    <message>
        <source>remove waits after %1</source>
        <translation>Wartezeiten nach %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ScenarioFields</name>
    <message>
        <source>instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Replicas of the calling program, each with breakers of its own.</source>
        <translation>Kopien des aufrufenden Programms, jede mit eigenen Breakern.</translation>
    </message>
    <message>
        <source>Each instance must learn by itself that a service is down.</source>
        <translation>Jede Instanz muss selbst lernen, dass ein Dienst ausgefallen ist.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>The share of requests that carry this fault in their input.</source>
        <translation>Der Anteil der Anfragen, deren Eingabe diesen Fehler trägt.</translation>
    </message>
    <message>
        <source>It stays through all tries: retrying never helps, healing may.</source>
        <translation>Er bleibt über alle Versuche: Retries helfen nie, Heilung vielleicht.</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Workload %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>The time that a request has in all.</source>
        <translation>Die Zeit, die eine Anfrage insgesamt hat.</translation>
    </message>
    <message>
        <source>Past it nothing is tried any more, the next leg included.</source>
        <translation>Danach wird nichts mehr versucht, auch kein weiteres Glied.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Arrivals stop here; what is in flight then ends.</source>
        <translation>Hier enden die Ankünfte; was dann unterwegs ist, läuft aus.</translation>
    </message>
    <message>
        <source>A longer run gives surer figures.</source>
        <translation>Ein längerer Lauf gibt sicherere Zahlen.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>cost  ·  right  ·  p50</source>
        <translation>Kosten  ·  richtig  ·  p50</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>asks for</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>What each request of this workload does.</source>
        <translation>Was jede Anfrage dieser Last tut.</translation>
    </message>
    <message>
        <source>%1 fails at</source>
        <translation>%1 scheitert an</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Requests no longer carry it.</source>
        <translation>Anfragen tragen es nicht mehr.</translation>
    </message>
    <message>
        <source>remove input %1</source>
        <translation>Eingabe %1 entfernen</translation>
    </message>
    <message>
        <source>Recorded arrivals of %1.</source>
        <translation>Aufgezeichnete Ankünfte von %1.</translation>
    </message>
    <message>
        <source>luck</source>
        <translation>Glück</translation>
    </message>
</context>
<context>
    <name>ServiceFields</name>
    <message>
        <source>The time that the service takes to answer.</source>
        <translation>Die Zeit, die der Dienst für eine Antwort braucht.</translation>
    </message>
    <message>
        <source>Long answers meet timeouts and hold callers up.</source>
        <translation>Lange Antworten treffen auf Timeouts und halten Aufrufer auf.</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Calls served at the same time.</source>
        <translation>Aufrufe, die gleichzeitig bedient werden.</translation>
    </message>
    <message>
        <source>With finite workers load makes queues, and retries can keep them full.</source>
        <translation>Mit endlich vielen Workern macht Last Warteschlangen, und Retries können sie voll halten.</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>How many calls may wait; beyond, they are refused as overloaded.</source>
        <translation>Wie viele Aufrufe warten dürfen; darüber werden sie als Überlast abgewiesen.</translation>
    </message>
    <message>
        <source>A long queue serves callers who have given up.</source>
        <translation>Eine lange Warteschlange bedient Aufrufer, die längst aufgegeben haben.</translation>
    </message>
    <message>
        <source>served first</source>
        <translation>zuerst bedient</translation>
    </message>
    <message>
        <source>Which of the waiting calls is served next.</source>
        <translation>Welcher der wartenden Aufrufe als Nächster bedient wird.</translation>
    </message>
    <message>
        <source>Under overload the oldest caller has often left already.</source>
        <translation>Bei Überlast ist der älteste Aufrufer oft schon gegangen.</translation>
    </message>
    <message>
        <source>the oldest (fifo)</source>
        <translation>der älteste (fifo)</translation>
    </message>
    <message>
        <source>the newest (lifo)</source>
        <translation>der neueste (lifo)</translation>
    </message>
    <message>
        <source>callers cancel what they gave up</source>
        <translation>Aufrufer nehmen Aufgegebenes zurück</translation>
    </message>
    <message>
        <source>Whether a timed-out call is taken out of the queue.</source>
        <translation>Ob ein Aufruf nach seinem Timeout aus der Warteschlange genommen wird.</translation>
    </message>
    <message>
        <source>Without it the service works for nobody.</source>
        <translation>Ohne das arbeitet der Dienst für niemanden.</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Copies of the service, each with its own workers and queue.</source>
        <translation>Kopien des Dienstes, jede mit eigenen Workern und eigener Warteschlange.</translation>
    </message>
    <message>
        <source>One that is ill takes its share of the calls with it.</source>
        <translation>Ein krankes nimmt seinen Anteil der Aufrufe mit sich.</translation>
    </message>
    <message>
        <source>server limit</source>
        <translation>Servergrenze</translation>
    </message>
    <message>
        <source>Calls per second that the server lets through; the rest fails with rate_limit.</source>
        <translation>Aufrufe je Sekunde, die der Server durchlässt; der Rest scheitert mit rate_limit.</translation>
    </message>
    <message>
        <source>Retries against a limit that is reached only use it up.</source>
        <translation>Retries gegen eine erreichte Grenze verbrauchen sie nur.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>has a side effect</source>
        <translation>hat eine Wirkung</translation>
    </message>
    <message>
        <source>A call changes something: a payment, a mail.</source>
        <translation>Ein Aufruf ändert etwas: eine Zahlung, eine Mail.</translation>
    </message>
    <message>
        <source>A retry after a timeout may do it twice.</source>
        <translation>Ein Retry nach einem Timeout kann es zweimal tun.</translation>
    </message>
    <message>
        <source>idempotency key</source>
        <translation>Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>A repeated call does not repeat the effect.</source>
        <translation>Ein wiederholter Aufruf wiederholt die Wirkung nicht.</translation>
    </message>
    <message>
        <source>What makes retries of an effect safe.</source>
        <translation>Was Retries einer Wirkung sicher macht.</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>The chance that one attempt fails in this way, when no fault is on.</source>
        <translation>Die Wahrscheinlichkeit, dass ein Versuch so scheitert, wenn keine Störung herrscht.</translation>
    </message>
    <message>
        <source>Retries turn independent failures into waiting time.</source>
        <translation>Retries machen aus unabhängigen Fehlern Wartezeit.</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What one call costs, in US dollars.</source>
        <translation>Was ein Aufruf kostet, in US-Dollar.</translation>
    </message>
    <message>
        <source>Retries are billed too.</source>
        <translation>Auch Retries werden berechnet.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>How often an answer that it gives is right.</source>
        <translation>Wie oft eine Antwort, die er gibt, richtig ist.</translation>
    </message>
    <message>
        <source>A fallback keeps you available and may make you wrong.</source>
        <translation>Ein Fallback hält verfügbar und kann falsch antworten.</translation>
    </message>
</context>
<context>
    <name>ServiceParts</name>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Delay of the network, one way.</source>
        <translation>Verzögerung des Netzes, eine Richtung.</translation>
    </message>
    <message>
        <source>Each attempt pays it twice; a cancel comes one delay late.</source>
        <translation>Jeder Versuch zahlt sie zweimal; ein Abbruch kommt eine Verzögerung später an.</translation>
    </message>
    <message>
        <source>also fails with</source>
        <translation>scheitert auch mit</translation>
    </message>
    <message>
        <source>Another way in which single calls fail.</source>
        <translation>Eine weitere Art, auf die einzelne Aufrufe scheitern.</translation>
    </message>
    <message>
        <source>bills %1</source>
        <translation>berechnet %1</translation>
    </message>
    <message>
        <source>The share of the cost that is billed for a call with this outcome.</source>
        <translation>Der Anteil der Kosten, der für einen Aufruf mit diesem Ausgang berechnet wird.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>bills also</source>
        <translation>berechnet auch</translation>
    </message>
    <message>
        <source>Bills another outcome: success and timeout in full, the rest not, while nothing is said.</source>
        <translation>Berechnet einen weiteren Ausgang: Erfolg und Timeout voll, der Rest nicht, solange nichts gesagt ist.</translation>
    </message>
    <message>
        <source>call of %1</source>
        <translation>Aufruf von %1</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>The service that it calls while it serves.</source>
        <translation>Der Dienst, den er beim Bedienen aufruft.</translation>
    </message>
    <message>
        <source>A worker is held meanwhile; retries multiply from layer to layer.</source>
        <translation>Ein Worker wird so lange gehalten; Retries multiplizieren sich von Ebene zu Ebene.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>how</source>
        <translation>wie</translation>
    </message>
    <message>
        <source>Calls another service</source>
        <translation>Ruft einen anderen Dienst</translation>
    </message>
    <message>
        <source>Another service that it asks while it serves. Loops are refused.</source>
        <translation>Ein weiterer Dienst, den er beim Bedienen fragt. Schleifen werden abgewiesen.</translation>
    </message>
    <message>
        <source>There is no other service: add one first.</source>
        <translation>Es gibt keinen anderen Dienst: zuerst einen hinzufügen.</translation>
    </message>
    <message>
        <source>outages by itself</source>
        <translation>eigene Ausfälle</translation>
    </message>
    <message>
        <source>Outages that come and go by themselves.</source>
        <translation>Ausfälle, die von selbst kommen und gehen.</translation>
    </message>
    <message>
        <source>They are what a breaker is for: failures that come together.</source>
        <translation>Für sie ist ein Breaker da: Fehler, die zusammen kommen.</translation>
    </message>
    <message>
        <source>up for</source>
        <translation>da für</translation>
    </message>
    <message>
        <source>down for</source>
        <translation>weg für</translation>
    </message>
    <message>
        <source>fails with</source>
        <translation>scheitert mit</translation>
    </message>
    <message>
        <source>together with</source>
        <translation>zusammen mit</translation>
    </message>
    <message>
        <source>limit burst</source>
        <translation>Stoß der Grenze</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <source>hint wrong by</source>
        <translation>Hinweis falsch um</translation>
    </message>
    <message>
        <source>detects wrong answers</source>
        <translation>erkennt Falsches</translation>
    </message>
    <message>
        <source>A detector of wrong answers; what it rejects fails with low_confidence.</source>
        <translation>Ein Detektor für falsche Antworten; was er verwirft, scheitert mit low_confidence.</translation>
    </message>
    <message>
        <source>A cascade: cheap answers that look wrong are asked again of the next leg.</source>
        <translation>Eine Kaskade: Billige Antworten, die falsch aussehen, gehen an das nächste Glied.</translation>
    </message>
    <message>
        <source>accepts right</source>
        <translation>nimmt Richtiges an</translation>
    </message>
    <message>
        <source>accepts wrong</source>
        <translation>nimmt Falsches an</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>contention</source>
        <translation>Konkurrenz</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>served first</source>
        <translation>zuerst bedient</translation>
    </message>
    <message>
        <source>cancels</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>idempotency</source>
        <translation>Idempotenz</translation>
    </message>
</context>
<context>
    <name>ShapeWords</name>
    <message>
        <source>in flight at %1</source>
        <translation>unterwegs bei %1</translation>
    </message>
    <message>
        <source>served by %1</source>
        <translation>bedient von %1</translation>
    </message>
    <message>
        <source>went on with nothing</source>
        <translation>weiter mit nichts</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>failed: deadline</source>
        <translation>gescheitert: Frist</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>gescheitert: %1</translation>
    </message>
    <message>
        <source>try %1 at %2, %3: still running</source>
        <translation>Versuch %1 bei %2, %3: läuft noch</translation>
    </message>
    <message>
        <source>try %1 at %2, %3: given up, the deadline passed</source>
        <translation>Versuch %1 bei %2, %3: aufgegeben, die Frist war um</translation>
    </message>
    <message>
        <source>try %1 at %2, %3: %4</source>
        <translation>Versuch %1 bei %2, %3: %4</translation>
    </message>
    <message>
        <source>wait of %1 before the next try, at most %2, as Retry-After asked: try %3 %4</source>
        <translation>Wartezeit %1 vor dem nächsten Versuch, höchstens %2, wie Retry-After verlangte: Versuch %3 %4</translation>
    </message>
    <message>
        <source>wait of %1 before the next try, at most %2: try %3 %4</source>
        <translation>Wartezeit %1 vor dem nächsten Versuch, höchstens %2: Versuch %3 %4</translation>
    </message>
    <message>
        <source>wait of %1 before the next try, as Retry-After asked: try %2 %3</source>
        <translation>Wartezeit %1 vor dem nächsten Versuch, wie Retry-After verlangte: Versuch %2 %3</translation>
    </message>
    <message>
        <source>wait of %1 before the next try: try %2 %3</source>
        <translation>Wartezeit %1 vor dem nächsten Versuch: Versuch %2 %3</translation>
    </message>
    <message>
        <source>diagnosis, %1</source>
        <translation>Diagnose, %1</translation>
    </message>
    <message>
        <source>diagnosis, %1: found %2</source>
        <translation>Diagnose, %1: fand %2</translation>
    </message>
    <message>
        <source>diagnosis, %1: found nothing</source>
        <translation>Diagnose, %1: fand nichts</translation>
    </message>
    <message>
        <source>remedy for %1, %2</source>
        <translation>Abhilfe gegen %1, %2</translation>
    </message>
    <message>
        <source>remedy for %1, %2: it helped</source>
        <translation>Abhilfe gegen %1, %2: Sie half</translation>
    </message>
    <message>
        <source>remedy for %1, %2: it did not help</source>
        <translation>Abhilfe gegen %1, %2: Sie half nicht</translation>
    </message>
    <message>
        <source>refused: %1, nothing was sent to %2</source>
        <translation>abgewiesen: %1, nichts ging an %2</translation>
    </message>
    <message>
        <source>fell back to %1</source>
        <translation>ausgewichen auf %1</translation>
    </message>
    <message>
        <source>#%1 %2, %3, 1 call, %4</source>
        <translation>#%1 %2, %3, 1 Aufruf, %4</translation>
    </message>
    <message>
        <source>#%1 %2, %3, %5 calls, %4</source>
        <translation>#%1 %2, %3, %5 Aufrufe, %4</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>sends {} of {} to {}</source>
        <translation>sendet {} von {} an {}</translation>
    </message>
    <message>
        <source>sends {} to {}{}</source>
        <translation>sendet {} an {}{}</translation>
    </message>
    <message>
        <source>, replica {}</source>
        <translation>, Replikat {}</translation>
    </message>
    <message>
        <source> (attempt {} there)</source>
        <translation> (Versuch {} dort)</translation>
    </message>
    <message>
        <source>, timeout {}</source>
        <translation>, Timeout {}</translation>
    </message>
    <message>
        <source>, no timeout</source>
        <translation>, ohne Timeout</translation>
    </message>
    <message>
        <source>is given up after {}: {}</source>
        <translation>wird nach {} aufgegeben: {}</translation>
    </message>
    <message>
        <source>another copy was faster</source>
        <translation>eine andere Kopie war schneller</translation>
    </message>
    <message>
        <source>the request&apos;s deadline has come</source>
        <translation>die Frist der Anfrage ist um</translation>
    </message>
    <message>
        <source>succeeds after {}{}</source>
        <translation>gelingt nach {}{}</translation>
    </message>
    <message>
        <source>; it costs {}{}</source>
        <translation>; kostet {}{}</translation>
    </message>
    <message>
        <source> all the same</source>
        <translation> trotzdem</translation>
    </message>
    <message>
        <source>, but the answer is wrong</source>
        <translation>, aber die Antwort ist falsch</translation>
    </message>
    <message>
        <source>is answered after {}{}, but the confidence is too low (low_confidence)</source>
        <translation>wird nach {}{} beantwortet, aber die Konfidenz ist zu niedrig (low_confidence)</translation>
    </message>
    <message>
        <source>fails after {}{}: {}</source>
        <translation>schlägt nach {}{} fehl: {}</translation>
    </message>
    <message>
        <source>, which the request carries</source>
        <translation>, was die Anfrage mit sich trägt</translation>
    </message>
    <message>
        <source>times out after {}</source>
        <translation>läuft nach {} in den Timeout</translation>
    </message>
    <message>
        <source>fails with timeout after {}</source>
        <translation>schlägt nach {} mit timeout fehl</translation>
    </message>
    <message>
        <source>{}, still waiting in the queue of {}</source>
        <translation>{}, noch wartend in der Warteschlange von {}</translation>
    </message>
    <message>
        <source>{}: {} had hung and never answered</source>
        <translation>{}: {} hing und antwortete nie</translation>
    </message>
    <message>
        <source>{}, while {} was still at work</source>
        <translation>{}, während {} noch arbeitete</translation>
    </message>
    <message>
        <source>{}: no answer came</source>
        <translation>{}: Keine Antwort kam</translation>
    </message>
    <message>
        <source>work, cut short</source>
        <translation>Arbeit, abgebrochen</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source> ({} in the queue, {} of {})</source>
        <translation> ({} in der Warteschlange, {} {})</translation>
    </message>
    <message>
        <source> ({} of {})</source>
        <translation> ({} {})</translation>
    </message>
    <message>
        <source>{}{}, on since {}</source>
        <translation>{}{}, seit {}</translation>
    </message>
    <message>
        <source>; fault at {}: </source>
        <translation>; Störung bei {}: </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>; a fault was on at {}</source>
        <translation>; bei {} herrschte eine Störung</translation>
    </message>
    <message>
        <source>: its only worker is busy</source>
        <translation>: Sein einziger Worker ist belegt</translation>
    </message>
    <message>
        <source>: all its workers are busy</source>
        <translation>: Alle seine Worker sind belegt</translation>
    </message>
    <message>
        <source>{} waits in the queue of {}{}</source>
        <translation>{} wartet in der Warteschlange von {}{}</translation>
    </message>
    <message>
        <source>{} begins to work on {}, which its caller has given up</source>
        <translation>{} beginnt mit {}, den sein Aufrufer aufgegeben hat</translation>
    </message>
    <message>
        <source>{} begins to work on {} after {} in the queue</source>
        <translation>{} beginnt mit {} nach {} in der Warteschlange</translation>
    </message>
    <message>
        <source>{} stops its work on {} after {}: its caller has given it up</source>
        <translation>{} beendet die Arbeit an {} nach {}: Sein Aufrufer hat ihn aufgegeben</translation>
    </message>
    <message>
        <source>{} leaves the queue of {} without having been served: {}</source>
        <translation>{} verlässt die Warteschlange von {} unbedient: {}</translation>
    </message>
    <message>
        <source>its caller has given it up</source>
        <translation>sein Aufrufer hat ihn aufgegeben</translation>
    </message>
    <message>
        <source>an outage refuses what waits</source>
        <translation>ein Ausfall weist Wartende ab</translation>
    </message>
    <message>
        <source>{} finishes {}{}, {} after it was sent: nobody waits for it, wasted work{}</source>
        <translation>{} beendet {}{}, {} nach dem Senden: Niemand wartet darauf, vergebliche Arbeit{}</translation>
    </message>
    <message>
        <source>; its effect happened all the same</source>
        <translation>; seine Wirkung trat trotzdem ein</translation>
    </message>
    <message>
        <source>its effect happens once more at {}: a duplicate, since no idempotency key is used</source>
        <translation>seine Wirkung tritt bei {} noch einmal ein: ein Duplikat, da kein Idempotenzschlüssel benutzt wird</translation>
    </message>
    <message>
        <source>, which has room again at {}</source>
        <translation>, frei wieder bei {}</translation>
    </message>
    <message>
        <source>is refused by {} ({}){}: nothing was sent</source>
        <translation>wird abgewiesen von {} ({}){}: Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>HALF_OPEN and its {} probes are taken</source>
        <translation>HALF_OPEN, und seine {} Proben sind vergeben</translation>
    </message>
    <message>
        <source>HALF_OPEN and its one probe is under way</source>
        <translation>HALF_OPEN, und seine eine Probe ist unterwegs</translation>
    </message>
    <message>
        <source> until {}</source>
        <translation> bis {}</translation>
    </message>
    <message>
        <source>the breaker of {} is {}</source>
        <translation>Breaker von {} ist {}</translation>
    </message>
    <message>
        <source>is refused by the breaker of {}: {}; nothing was sent</source>
        <translation>wird abgewiesen vom Breaker von {}: {}; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>the breaker of {}</source>
        <translation>Breaker von {}</translation>
    </message>
    <message>
        <source>{} does not count {}</source>
        <translation>{} zählt {} nicht</translation>
    </message>
    <message>
        <source>{} counts it as a {} probe</source>
        <translation>{} zählt es als {} Probe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagene</translation>
    </message>
    <message>
        <source>successful</source>
        <translation>gelungene</translation>
    </message>
    <message>
        <source>{} is OPEN already</source>
        <translation>{} ist schon OPEN</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>in Folge</translation>
    </message>
    <message>
        <source>since the last reset</source>
        <translation>seit dem Zurücksetzen</translation>
    </message>
    <message>
        <source>{} counts failure {} of {} {}</source>
        <translation>{} zählt Fehler {} von {} {}</translation>
    </message>
    <message>
        <source>{} counts the failure in its window</source>
        <translation>{} zählt den Fehler in seinem Fenster</translation>
    </message>
    <message>
        <source>this opens the breaker of {}{}: {}</source>
        <translation>das öffnet den Breaker von {}{}: {}</translation>
    </message>
    <message>
        <source>the breaker of {} is HALF_OPEN, {}: this request is a probe</source>
        <translation>Breaker von {} ist HALF_OPEN, {}: Diese Anfrage ist eine Probe</translation>
    </message>
    <message>
        <source>this closes the breaker of {}: {}</source>
        <translation>das schließt den Breaker von {}: {}</translation>
    </message>
    <message>
        <source>the remedy against {}</source>
        <translation>die Abhilfe gegen {}</translation>
    </message>
    <message>
        <source>healing begins: a diagnosis asks why {} reported {}</source>
        <translation>Heilung beginnt: Eine Diagnose fragt, warum {} {} meldete</translation>
    </message>
    <message>
        <source>after {} for {}</source>
        <translation>nach {} für {}</translation>
    </message>
    <message>
        <source>the diagnosis found nothing</source>
        <translation>die Diagnose fand nichts</translation>
    </message>
    <message>
        <source>the diagnosis finds nothing {}: no remedy is tried</source>
        <translation>die Diagnose findet {} nichts: Keine Abhilfe wird versucht</translation>
    </message>
    <message>
        <source>the diagnosis names {} {}: it is right</source>
        <translation>die Diagnose nennt {} {}: Sie ist richtig</translation>
    </message>
    <message>
        <source>the diagnosis names {} {}: it is wrong</source>
        <translation>die Diagnose nennt {} {}: Sie ist falsch</translation>
    </message>
    <message>
        <source>{} is applied against {}</source>
        <translation>{} wird gegen {} angewandt</translation>
    </message>
    <message>
        <source>it removed the cause</source>
        <translation>sie beseitigte die Ursache</translation>
    </message>
    <message>
        <source>it did not work</source>
        <translation>sie wirkte nicht</translation>
    </message>
    <message>
        <source>nothing changes, the request does not carry that</source>
        <translation>nichts ändert sich, die Anfrage trägt das nicht</translation>
    </message>
    <message>
        <source>{} ends after {} for {}: {}</source>
        <translation>{} endet nach {} für {}: {}</translation>
    </message>
    <message>
        <source>its call (attempt {} there)</source>
        <translation>ihr Aufruf (Versuch {} dort)</translation>
    </message>
    <message>
        <source>copy {} of try {}</source>
        <translation>Kopie {} von Versuch {}</translation>
    </message>
    <message>
        <source>try {}</source>
        <translation>Versuch {}</translation>
    </message>
    <message>
        <source>{} was skipped, its breaker is OPEN{}</source>
        <translation>{} wurde übersprungen, sein Breaker ist OPEN{}</translation>
    </message>
    <message>
        <source>skips {}: its breaker is OPEN{}</source>
        <translation>überspringt {}: Sein Breaker ist OPEN{}</translation>
    </message>
    <message>
        <source>, because a copy failed</source>
        <translation>, weil eine Kopie fehlschlug</translation>
    </message>
    <message>
        <source>, because no answer came within {}</source>
        <translation>, weil innerhalb von {} keine Antwort kam</translation>
    </message>
    <message>
        <source> of {}</source>
        <translation> von {}</translation>
    </message>
    <message>
        <source>for a place in the bulkhead{}</source>
        <translation>auf einen Platz im Bulkhead{}</translation>
    </message>
    <message>
        <source>for one of the {} of the bulkhead{}</source>
        <translation>auf einen der {} im Bulkhead{}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>for a token of the rate limiter{}</source>
        <translation>auf ein Token des Rate Limiters{}</translation>
    </message>
    <message>
        <source>for the verdict of the breaker&apos;s probes</source>
        <translation>auf das Urteil der Proben des Breakers</translation>
    </message>
    <message>
        <source>for an unknown reason</source>
        <translation>aus unbekanntem Grund</translation>
    </message>
    <message>
        <source>waits before {} {}{}</source>
        <translation>wartet vor {} {}{}</translation>
    </message>
    <message>
        <source>goes on after it has waited {} {}</source>
        <translation>macht weiter nach {} Warten {}</translation>
    </message>
    <message>
        <source>{} pays for the retry, {:g} left</source>
        <translation>{} bezahlt den Retry, {:g} übrig</translation>
    </message>
    <message>
        <source>replica {} of {}</source>
        <translation>Replikat {} von {}</translation>
    </message>
    <message>
        <source>{} is back in turn</source>
        <translation>{} ist wieder an der Reihe</translation>
    </message>
    <message>
        <source>this takes {} out of turn until {}</source>
        <translation>das nimmt {} heraus bis {}</translation>
    </message>
    <message>
        <source>  its service waits before {}</source>
        <translation>  sein Dienst wartet vor {}</translation>
    </message>
    <message>
        <source>  its service waits {} before it asks {} again</source>
        <translation>  sein Dienst wartet {}, bevor er {} wieder fragt</translation>
    </message>
    <message>
        <source>  its service is refused by {}: nothing was sent</source>
        <translation>  sein Dienst wird abgewiesen von {}: Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>  its service tries {} no more, the last try {}</source>
        <translation>  sein Dienst versucht {} nicht weiter, der letzte Versuch {}</translation>
    </message>
    <message>
        <source>; it costs {}</source>
        <translation>; kostet {}</translation>
    </message>
    <message>
        <source>is given up by its service</source>
        <translation>wird von seinem Dienst aufgegeben</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source> in instance {} of {}</source>
        <translation> in Instanz {} von {}</translation>
    </message>
    <message>
        <source>; its deadline of {} ends at {}</source>
        <translation>; die Frist von {} endet bei {}</translation>
    </message>
    <message>
        <source>, carries </source>
        <translation>, trägt </translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source> at </source>
        <translation> bei </translation>
    </message>
    <message>
        <source>{}: fails{} {}</source>
        <translation>{}: scheitert{} {}</translation>
    </message>
    <message>
        <source>until healed</source>
        <translation>bis zur Heilung</translation>
    </message>
    <message>
        <source>however often it is tried</source>
        <translation>so oft es auch versucht wird</translation>
    </message>
    <message>
        <source>asks {} first: {}</source>
        <translation>fragt {} zuerst: {}</translation>
    </message>
    <message>
        <source>asks {} again on the healing schedule: {}</source>
        <translation>fragt {} nach dem Heilungsplan noch einmal: {}</translation>
    </message>
    <message>
        <source>falls back to {} ({}): {}</source>
        <translation>weicht aus auf {} ({}): {}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>could not be met</source>
        <translation>war nicht zu halten</translation>
    </message>
    <message>
        <source>has come</source>
        <translation>ist um</translation>
    </message>
    <message>
        <source>nothing is left to try</source>
        <translation>nichts ist mehr zu versuchen</translation>
    </message>
    <message>
        <source>{} does not fall back</source>
        <translation>{} weicht nicht aus</translation>
    </message>
    <message>
        <source>there is nothing to fall back to</source>
        <translation>es gibt nichts zum Ausweichen</translation>
    </message>
    <message>
        <source>no leg is left ({} of {} asked)</source>
        <translation>kein Glied ist übrig ({} von {} gefragt)</translation>
    </message>
    <message>
        <source>no attempt</source>
        <translation>keinem Versuch</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>#{} is in flight at {} after {}{}</source>
        <translation>#{} ist unterwegs bei {} nach {}{}</translation>
    </message>
    <message>
        <source>after {} in {} for {}{}</source>
        <translation>nach {} in {} für {}{}</translation>
    </message>
    <message>
        <source>#{} was served by {} {}{}</source>
        <translation>#{} wurde bedient von {} {}{}</translation>
    </message>
    <message>
        <source>; the answer is wrong</source>
        <translation>; die Antwort ist falsch</translation>
    </message>
    <message>
        <source>#{} failed at its deadline {}</source>
        <translation>#{} scheiterte an der Frist {}</translation>
    </message>
    <message>
        <source>#{} went on with nothing ({}) {}</source>
        <translation>#{} machte mit nichts weiter ({}) {}</translation>
    </message>
    <message>
        <source>#{} ended with a partial result ({}) {}</source>
        <translation>#{} endete mit einem Teilergebnis ({}) {}</translation>
    </message>
    <message>
        <source>#{} failed with {} {}</source>
        <translation>#{} scheiterte mit {} {}</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Retries</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>Abweisung</translation>
    </message>
    <message>
        <source>refusals</source>
        <translation>Abweisungen</translation>
    </message>
    <message>
        <source>hedged copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>hedged copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <source>remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>Abhilfen</translation>
    </message>
    <message>
        <source>waits {} before try {}</source>
        <translation>wartet {} vor Versuch {}</translation>
    </message>
    <message>
        <source>tries again at once, try {}</source>
        <translation>versucht es sofort wieder, Versuch {}</translation>
    </message>
    <message>
        <source>, as the server asked (Retry-After, longer than the backoff)</source>
        <translation>, wie der Server verlangte (Retry-After, länger als der Backoff)</translation>
    </message>
    <message>
        <source>{}, because {}</source>
        <translation>{}, denn {}</translation>
    </message>
    <message>
        <source>healing schedule: </source>
        <translation>Heilungsplan: </translation>
    </message>
    <message>
        <source>, drawn from {} to {}{}</source>
        <translation>, gezogen von {} bis {}{}</translation>
    </message>
    <message>
        <source>try {} {}</source>
        <translation>Versuch {} {}</translation>
    </message>
    <message>
        <source>attempts used up ({} of {})</source>
        <translation>Versuche aufgebraucht ({} von {})</translation>
    </message>
    <message>
        <source>its only attempt {}</source>
        <translation>sein einziger Versuch {}</translation>
    </message>
    <message>
        <source> longer</source>
        <translation> länger</translation>
    </message>
    <message>
        <source>the server asked to wait{}, above the limit{}</source>
        <translation>der Server verlangte zu warten{}, über der Grenze{}</translation>
    </message>
    <message>
        <source>the next wait{} would pass the deadline{}</source>
        <translation>die nächste Wartezeit{} ginge über die Frist{}</translation>
    </message>
    <message>
        <source>tries {} no more: {}{}</source>
        <translation>versucht {} nicht weiter: {}{}</translation>
    </message>
    <message>
        <source>there is no retry on this leg, and its attempt {}</source>
        <translation>auf diesem Glied gibt es keinen Retry, und sein Versuch {}</translation>
    </message>
    <message>
        <source>{} is a refusal and is not retried</source>
        <translation>{} ist eine Abweisung und wird nicht wiederholt</translation>
    </message>
    <message>
        <source>{} is permanent</source>
        <translation>{} ist dauerhaft</translation>
    </message>
    <message>
        <source>{} is still there, and no healing round is left</source>
        <translation>{} besteht weiter, und keine Heilungsrunde ist übrig</translation>
    </message>
    <message>
        <source>{} is fixable: trying again without healing would not help</source>
        <translation>{} ist heilbar: Ein neuer Versuch ohne Heilung würde nicht helfen</translation>
    </message>
    <message>
        <source>{} is not retried by the error matrix</source>
        <translation>{} wird nach der Fehlermatrix nicht wiederholt</translation>
    </message>
    <message>
        <source>{} is not among the kinds that are retried</source>
        <translation>{} gehört nicht zu den Arten, die wiederholt werden</translation>
    </message>
    <message>
        <source>{} is not among the kinds that {} retries</source>
        <translation>{} gehört nicht zu den Arten, die {} wiederholt</translation>
    </message>
    <message>
        <source>is served by {} after {}; it cost {} and the answer is {}</source>
        <translation>wird bedient von {} nach {}; kostete {}, und die Antwort ist {}</translation>
    </message>
    <message>
        <source>fails after {}: the deadline{} {}, and no fallback follows; it cost {}</source>
        <translation>scheitert nach {}: Die Frist{} {}, und kein Fallback folgt; kostete {}</translation>
    </message>
    <message>
        <source>goes on with nothing after {} (counted as failed with {}): {}; it cost {}</source>
        <translation>macht nach {} mit nichts weiter (zählt als gescheitert mit {}): {}; kostete {}</translation>
    </message>
    <message>
        <source>ends with what there is after {} (partial, counted as failed with {}): {}; it cost {}</source>
        <translation>endet nach {} mit dem, was da ist (teilweise, zählt als gescheitert mit {}): {}; kostete {}</translation>
    </message>
    <message>
        <source>fails with {} after {}: {}; it cost {}</source>
        <translation>scheitert mit {} nach {}: {}; kostete {}</translation>
    </message>
    <message>
        <source>{} in all</source>
        <translation>insgesamt {}</translation>
    </message>
    <message>
        <source>{} by then and {} in all</source>
        <translation>bis dahin {} und insgesamt {}</translation>
    </message>
    <message>
        <source>attempt {} there</source>
        <translation>Versuch {} dort</translation>
    </message>
    <message>
        <source>call {} of {}, {}</source>
        <translation>Aufruf {} von {}, {}</translation>
    </message>
    <message>
        <source>{:&gt;{}}a service asks {} ({}){}</source>
        <translation>{:&gt;{}}ein Dienst fragt {} ({}){}</translation>
    </message>
    <message>
        <source>{:&gt;{}}the call to {} ({}) {} after {}{}{}</source>
        <translation>{:&gt;{}}der Aufruf an {} ({}) {} nach {}{}{}</translation>
    </message>
    <message>
        <source>, as recorded</source>
        <translation>, wie aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>Transition</name>
    <message>
        <source>Opened because {} calls in a row {}</source>
        <translation>Geöffnet, weil {} Aufrufen in Folge {}</translation>
    </message>
    <message>
        <source>Opened because {} {} since the last reset{}</source>
        <translation>Geöffnet, weil {0} seit dem letzten Zurücksetzen {1}{2}</translation>
    </message>
    <message>
        <source>Opened because {} of {} calls in its window {}</source>
        <translation>Geöffnet, weil {} von {} Aufrufen im Fenster {}</translation>
    </message>
    <message>
        <source>Opened because {} in its window {}{}</source>
        <translation>Geöffnet, weil {} im Fenster {}{}</translation>
    </message>
    <message>
        <source>Opened because {} of {} calls in its window were slow</source>
        <translation>Geöffnet, weil {} von {} Aufrufen im Fenster langsam waren</translation>
    </message>
    <message>
        <source>Opened again because {} {}</source>
        <translation>Erneut geöffnet, weil {} {}</translation>
    </message>
    <message>
        <source>{} because {} of {} probes failed</source>
        <translation>{}, weil {} von {} Proben fehlschlugen</translation>
    </message>
    <message>
        <source>{} because the probes gave no verdict in time</source>
        <translation>{}, weil die Proben rechtzeitig kein Urteil gaben</translation>
    </message>
    <message>
        <source>{} because {} of OPEN were over{}</source>
        <translation>{}, weil {} OPEN um waren{}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Half-open</source>
        <translation>Halb offen</translation>
    </message>
    <message>
        <source>Closed because {} probes succeeded</source>
        <translation>Geschlossen, weil {} Proben gelangen</translation>
    </message>
    <message>
        <source>Closed because {} succeeded</source>
        <translation>Geschlossen, weil {} gelang</translation>
    </message>
    <message>
        <source>Opened again because {} of {} probes were slow</source>
        <translation>Erneut geöffnet, weil {} von {} Proben langsam waren</translation>
    </message>
    <message>
        <source>Closed because {} ended with a failure that does not count</source>
        <translation>Geschlossen, weil {} mit einem Fehler endete, der nicht zählt</translation>
    </message>
    <message>
        <source>Closed because an earlier call succeeded</source>
        <translation>Geschlossen, weil ein früherer Aufruf gelang</translation>
    </message>
    <message>
        <source>Closed because #{} succeeded, which was admitted earlier</source>
        <translation>Geschlossen, weil #{} gelang, früher zugelassen</translation>
    </message>
    <message>
        <source>Taken out because {}</source>
        <translation>Herausgenommen: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} (limit {})</source>
        <translation>{} (Grenze {})</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>, with {} between them</source>
        <translation>, mit {} dazwischen</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>successes</source>
        <translation>Erfolgen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlschlugen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>in den Timeout liefen</translation>
    </message>
    <message>
        <source>failed ({})</source>
        <translation>fehlschlugen ({})</translation>
    </message>
    <message>
        <source>a probe</source>
        <translation>eine Probe</translation>
    </message>
    <message>
        <source>the probe #{}</source>
        <translation>die Probe #{}</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Erneut geöffnet</translation>
    </message>
    <message>
        <source> and #{} asked first</source>
        <translation> und #{} zuerst fragte</translation>
    </message>
    <message>
        <source>exceeds</source>
        <translation>überschreiten</translation>
    </message>
    <message>
        <source>reaches</source>
        <translation>erreichen</translation>
    </message>
    <message>
        <source>{} {} the limit of {}</source>
        <translation>{} {} die Grenze von {}</translation>
    </message>
    <message>
        <source>stays below</source>
        <translation>unterschreiten</translation>
    </message>
    <message>
        <source>{} of {} needed</source>
        <translation>{} von {} nötig</translation>
    </message>
    <message>
        <source>{:.3g} % {} the limit of {:g} %</source>
        <translation>{:.3g} % {} die Grenze von {:g} %</translation>
    </message>
    <message>
        <source>, refined</source>
        <translation>, verfeinert</translation>
    </message>
    <message>
        <source>{} faults</source>
        <translation>{} Störungen</translation>
    </message>
    <message>
        <source>{}{} at {}, {}</source>
        <translation>{}{} bei {}, {}</translation>
    </message>
    <message>
        <source>on for {}</source>
        <translation>schon {} lang</translation>
    </message>
    <message>
        <source>on from {} to {}</source>
        <translation>von {} bis {}</translation>
    </message>
    <message>
        <source>a fault was on at {}</source>
        <translation>bei {} herrschte eine Störung</translation>
    </message>
    <message>
        <source>no fault was on</source>
        <translation>keine Störung herrschte</translation>
    </message>
    <message>
        <source>no fault was on: a false trip, the failures were ordinary ones</source>
        <translation>keine Störung herrschte: ein Fehlalarm, die Fehler waren gewöhnliche</translation>
    </message>
    <message>
        <source>; median {} against a timeout of {}</source>
        <translation>; Median {} gegen einen Timeout von {}</translation>
    </message>
    <message>
        <source>{}{} at {} is still on, since {}</source>
        <translation>{}{} bei {} hält noch an, seit {}</translation>
    </message>
    <message>
        <source>no fault is on</source>
        <translation>keine Störung herrscht</translation>
    </message>
</context>
<context>
    <name>Transition of one</name>
    <message>
        <source>failed</source>
        <translation>fehlschlug</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>in den Timeout lief</translation>
    </message>
    <message>
        <source>failed ({})</source>
        <translation>fehlschlug ({})</translation>
    </message>
</context>
<context>
    <name>ValueRange</name>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>more than %1 and less than %2</source>
        <translation>mehr als %1 und weniger als %2</translation>
    </message>
    <message>
        <source>more than %1, up to %2</source>
        <translation>mehr als %1, bis %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>stays closed</source>
        <translation>bleibt geschlossen</translation>
    </message>
    <message>
        <source>stays open</source>
        <translation>bleibt offen</translation>
    </message>
    <message>
        <source>stays half-open</source>
        <translation>bleibt halb offen</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>öffnet</translation>
    </message>
    <message>
        <source>tests again</source>
        <translation>prüft wieder</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>wechselt</translation>
    </message>
    <message>
        <source>never {} until {}</source>
        <translation>{} bis {} nicht</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <translation>{} bei {}</translation>
    </message>
    <message>
        <source>, {} later</source>
        <translation>, {} später</translation>
    </message>
    <message>
        <source>, {} earlier</source>
        <translation>, {} früher</translation>
    </message>
    <message>
        <source>does not start in time</source>
        <translation>beginnt nicht rechtzeitig</translation>
    </message>
    <message>
        <source>{} after {}</source>
        <translation>{} nach {}</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message>
        <source> for {}</source>
        <translation> für {}</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>base wait</source>
        <translation>erste Wartezeit</translation>
    </message>
    <message>
        <source>trips at</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>minimum calls</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>Offenzeit</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>opens again</source>
        <translation>öffnet erneut</translation>
    </message>
    <message>
        <source>{} at {} instead</source>
        <translation>{} stattdessen bei {}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>service {}</source>
        <translation>Dienst {}</translation>
    </message>
    <message>
        <source>kind {}</source>
        <translation>Art {}</translation>
    </message>
    <message>
        <source>breaker {}</source>
        <translation>Breaker {}</translation>
    </message>
    <message>
        <source> before {}</source>
        <translation> vor {}</translation>
    </message>
    <message>
        <source> (replica {})</source>
        <translation> (Replikat {})</translation>
    </message>
    <message>
        <source> (instance {})</source>
        <translation> (Instanz {})</translation>
    </message>
    <message>
        <source> of {}</source>
        <translation> von {}</translation>
    </message>
    <message>
        <source>the bulkhead{}</source>
        <translation>Bulkhead{}</translation>
    </message>
    <message>
        <source>the rate limiter{}</source>
        <translation>Rate Limiter{}</translation>
    </message>
    <message>
        <source>the retry budget{}</source>
        <translation>Retry-Budget{}</translation>
    </message>
    <message>
        <source>a guard{}</source>
        <translation>einem Schutz{}</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelang</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>lief in den Timeout</translation>
    </message>
    <message>
        <source>was answered below the needed confidence</source>
        <translation>wurde unter der nötigen Konfidenz beantwortet</translation>
    </message>
    <message>
        <source>was refused: {}</source>
        <translation>wurde abgewiesen: {}</translation>
    </message>
    <message>
        <source>failed: {}</source>
        <translation>schlug fehl: {}</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{} in a row, limit {}</source>
        <translation>{} in Folge, Grenze {}</translation>
    </message>
    <message>
        <source>{} since the last reset, limit {}</source>
        <translation>{} seit dem letzten Zurücksetzen, Grenze {}</translation>
    </message>
    <message>
        <source>{} of {} calls in its window failed</source>
        <translation>{} von {} Aufrufen im Fenster fehlgeschlagen</translation>
    </message>
    <message>
        <source>{} in its window, limit {}</source>
        <translation>{} im Fenster, Grenze {}</translation>
    </message>
    <message>
        <source>{} of {} calls in its window were slow</source>
        <translation>{} von {} Aufrufen im Fenster langsam</translation>
    </message>
    <message>
        <source>the probe failed</source>
        <translation>die Probe schlug fehl</translation>
    </message>
    <message>
        <source>{} of {} probes failed</source>
        <translation>{} von {} Proben fehlgeschlagen</translation>
    </message>
    <message>
        <source>the probes gave no verdict in time</source>
        <translation>die Proben gaben rechtzeitig kein Urteil</translation>
    </message>
    <message>
        <source>its open time is over</source>
        <translation>seine Offenzeit ist um</translation>
    </message>
    <message>
        <source>{} of {} probes succeeded</source>
        <translation>{} von {} Proben gelungen</translation>
    </message>
    <message>
        <source>{} of {} probes were slow</source>
        <translation>{} von {} Proben langsam</translation>
    </message>
    <message>
        <source>the probe ended with a failure that does not count</source>
        <translation>die Probe endete mit einem Fehler, der nicht zählt</translation>
    </message>
    <message>
        <source>a call that was admitted earlier succeeded</source>
        <translation>ein früher zugelassener Aufruf gelang</translation>
    </message>
    <message>
        <source>its success rate of {:g} % is below the {:g} % that the other replicas set</source>
        <translation>seine Erfolgsquote von {:g} % liegt unter den {:g} %, die die anderen Replikate setzen</translation>
    </message>
    <message>
        <source>a failure asked for a pause</source>
        <translation>ein Fehler verlangte eine Pause</translation>
    </message>
    <message>
        <source>no reason is known</source>
        <translation>kein Grund ist bekannt</translation>
    </message>
    <message>
        <source>outage by availability</source>
        <translation>Ausfall durch availability</translation>
    </message>
</context>
<context>
    <name>halfopen::AdviceLabel</name>
    <message>
        <source>Advice</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>halfopen::AdviceModel</name>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>in this scenario</source>
        <translation>in diesem Szenario</translation>
    </message>
    <message>
        <source>why it matters</source>
        <translation>warum es zählt</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>was zu tun ist</translation>
    </message>
</context>
<context>
    <name>halfopen::AdvicePane</name>
    <message>
        <source>Advice</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>the linter has nothing to say of this scenario</source>
        <translation>der Linter hat zu diesem Szenario nichts zu sagen</translation>
    </message>
    <message>
        <source>%1, %2 · a row leads to its field</source>
        <translation>%1, %2 · eine Zeile führt zu ihrem Feld</translation>
    </message>
    <message>
        <source>1 contradiction</source>
        <translation>1 Widerspruch</translation>
    </message>
    <message>
        <source>%1 contradictions</source>
        <translation>%1 Widersprüche</translation>
    </message>
    <message>
        <source>1 piece of advice</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%1 pieces of advice</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>Nothing in this scenario contradicts itself or is known to do harm.</source>
        <translation>Nichts in diesem Szenario widerspricht sich oder ist als schädlich bekannt.</translation>
    </message>
</context>
<context>
    <name>halfopen::ApplyButton</name>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation>ab Anfang</translation>
    </message>
    <message>
        <source>Edits apply from %1 on</source>
        <translation>Änderungen gelten ab %1</translation>
    </message>
    <message>
        <source>Edits apply from the start</source>
        <translation>Änderungen gelten ab dem Anfang</translation>
    </message>
    <message>
        <source>Edits apply from %1 on, where the hairline stands: what came before stays as it was, and the file keeps each change with its moment. Press to change the run from its start again (Ctrl+H).</source>
        <translation>Änderungen gelten ab %1, wo die Haarlinie steht: Was davor kam, bleibt, wie es war, und die Datei behält jede Änderung mit ihrem Moment. Drücken, um den Lauf wieder ab seinem Anfang zu ändern (Strg+H).</translation>
    </message>
    <message>
        <source>Edits apply from the start: the whole run is computed anew. Press to change it from the moment that you look at, as an operator would (Ctrl+H).</source>
        <translation>Änderungen gelten ab dem Anfang: Der ganze Lauf wird neu berechnet. Drücken, um ihn ab dem betrachteten Moment zu ändern, wie es jemand im Betrieb täte (Strg+H).</translation>
    </message>
</context>
<context>
    <name>halfopen::ApplyFrom</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>dem Anfang</translation>
    </message>
</context>
<context>
    <name>halfopen::AttemptsTrack</name>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Every try when it ended, by its number: many rows in use mean that the policy adds load.</source>
        <translation>Jeder Versuch an seinem Ende, nach seiner Nummer: Viele belegte Zeilen heißen, dass die Policy Last hinzufügt.</translation>
    </message>
    <message>
        <source>try, 1 – %1 or more</source>
        <translation>Versuch, 1 – %1 oder mehr</translation>
    </message>
    <message>
        <source>try, 1 – %1</source>
        <translation>Versuch, 1 – %1</translation>
    </message>
    <message>
        <source>try %1: %2 among others
%3</source>
        <translation>Versuch %1: %2 neben anderen
%3</translation>
    </message>
</context>
<context>
    <name>halfopen::BackoffPreview</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no jitter</source>
        <translation>ohne Jitter</translation>
    </message>
    <message>
        <source>full jitter</source>
        <translation>voller Jitter</translation>
    </message>
    <message>
        <source>equal jitter</source>
        <translation>halber Jitter</translation>
    </message>
    <message>
        <source>decorrelated jitter</source>
        <translation>dekorrelierter Jitter</translation>
    </message>
    <message>
        <source>up to %1 % added</source>
        <translation>bis zu %1 % mehr</translation>
    </message>
    <message>
        <source>jitter ± %1 %</source>
        <translation>Jitter ± %1 %</translation>
    </message>
    <message>
        <source>Polly&apos;s jitter v2</source>
        <translation>Jitter v2 von Polly</translation>
    </message>
    <message>
        <source>Envoy&apos;s jitter</source>
        <translation>Jitter von Envoy</translation>
    </message>
    <message>
        <source>whole ms ± %1 %</source>
        <translation>ganze ms ± %1 %</translation>
    </message>
    <message>
        <source>up to %1 s added</source>
        <translation>bis zu %1 s mehr</translation>
    </message>
    <message>
        <source>Backoff preview</source>
        <translation>Backoff-Vorschau</translation>
    </message>
    <message>
        <source>No retry on this leg: nothing waits.</source>
        <translation>Kein Retry auf diesem Glied: Nichts wartet.</translation>
    </message>
    <message>
        <source>No wait: a failed attempt is tried again at once.</source>
        <translation>Keine Wartezeit: Ein fehlgeschlagener Versuch wird sofort wiederholt.</translation>
    </message>
    <message>
        <source>%1, drawn for #%2</source>
        <translation>%1, gezogen für #%2</translation>
    </message>
    <message>
        <source>%1, first %2 of %3</source>
        <translation>%1, die ersten %2 von %3</translation>
    </message>
    <message>
        <source>wait %1: %2</source>
        <translation>Pause %1: %2</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>Pause %1</translation>
    </message>
</context>
<context>
    <name>halfopen::Bookmarks</name>
    <message>
        <source>add bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>remove bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>note of a bookmark</source>
        <translation>Notiz eines Lesezeichens</translation>
    </message>
</context>
<context>
    <name>halfopen::BreakerGauge</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 in a row</source>
        <translation>%1 von %2 in Folge</translation>
    </message>
    <message>
        <source>%1 of %2 failures</source>
        <translation>%1 von %2 Fehlern</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 Fehler</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>the next call is a probe</source>
        <translation>der nächste Aufruf ist eine Probe</translation>
    </message>
    <message>
        <source>closes at the next call</source>
        <translation>schließt beim nächsten Aufruf</translation>
    </message>
    <message>
        <source>%1 to probe</source>
        <translation>%1 bis zur Probe</translation>
    </message>
    <message>
        <source>%1 to CLOSED</source>
        <translation>%1 bis CLOSED</translation>
    </message>
    <message>
        <source>every call probes</source>
        <translation>jeder Aufruf prüft</translation>
    </message>
    <message>
        <source>%1 of %2 probes in flight</source>
        <translation>%1 von %2 Proben unterwegs</translation>
    </message>
    <message>
        <source>1 probe in flight</source>
        <translation>1 Probe unterwegs</translation>
    </message>
    <message>
        <source>waits for a probe</source>
        <translation>wartet auf eine Probe</translation>
    </message>
    <message>
        <source>%1 of %2 probes sent</source>
        <translation>%1 von %2 Proben gesendet</translation>
    </message>
    <message>
        <source>%1, %2 of %3 ok</source>
        <translation>%1, %2 von %3 gut</translation>
    </message>
    <message>
        <source>cannot trip yet</source>
        <translation>kann noch nicht auslösen</translation>
    </message>
</context>
<context>
    <name>halfopen::BreakersTrack</name>
    <message>
        <source>Breakers</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>The state of each breaker over time: a line while CLOSED, stripes while OPEN, dots while HALF_OPEN.</source>
        <translation>Der Zustand jedes Breakers über die Zeit: eine Linie bei CLOSED, Streifen bei OPEN, Punkte bei HALF_OPEN.</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>halfopen::ChecksModel</name>
    <message>
        <source>does not apply: %1</source>
        <translation>gilt nicht: %1</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>closed form</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>theory says</source>
        <translation>Theorie</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>off by</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>it assumes, or why it does not apply</source>
        <translation>was sie annimmt oder warum sie nicht gilt</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
</context>
<context>
    <name>halfopen::ChecksPane</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>a service, a closed form or a figure</source>
        <translation>ein Dienst, eine geschlossene Form oder eine Kennzahl</translation>
    </message>
    <message>
        <source>%1 closed forms hold, %2 do not apply · measured up to %3 s</source>
        <translation>geschlossene Formen: %1 gelten, %2 nicht · gemessen bis %3 s</translation>
    </message>
</context>
<context>
    <name>halfopen::ChoiceRow</name>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
</context>
<context>
    <name>halfopen::CommandPalette</name>
    <message>
        <source>%1, policy</source>
        <translation>%1, Policy</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command, a file, a field, a time or a request</source>
        <translation>Einen Befehl, eine Datei, ein Feld, eine Zeit oder eine Anfrage finden</translation>
    </message>
    <message>
        <source>Type a few letters of what you want. Arrows choose, Enter does it, Esc goes back.</source>
        <translation>Einige Buchstaben des Gesuchten tippen. Pfeile wählen, Enter führt aus, Esc geht zurück.</translation>
    </message>
    <message>
        <source>A command, a file, a field; 31.2 s or #316 to go there</source>
        <translation>Ein Befehl, eine Datei, ein Feld; mit 31.2 s oder #316 dorthin</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>Nichts heißt so. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter does it · Esc goes back</source>
        <translation>↑ ↓ wählen · Enter führt aus · Esc geht zurück</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Go to request #%1</source>
        <translation>Zur Anfrage #%1</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>no request has started yet</source>
        <translation>noch keine Anfrage hat begonnen</translation>
    </message>
    <message>
        <source>requests are #1 to #%1 so far</source>
        <translation>Anfragen gibt es bisher von #1 bis #%1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>computed up to %1</source>
        <translation>berechnet bis %1</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>gerade nicht</translation>
    </message>
</context>
<context>
    <name>halfopen::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>S&amp;hipped scenarios</source>
        <translation>&amp;Mitgelieferte Szenarien</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>An&amp;ordnungen</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>S&amp;prache</translation>
    </message>
</context>
<context>
    <name>halfopen::DocumentCare</name>
    <message>
        <source>Edits are not kept safe, save them yourself: %1.</source>
        <translation>Änderungen werden nicht gesichert, bitte selbst speichern: %1.</translation>
    </message>
    <message>
        <source>Unsaved changes to %1 from %2 were kept when the program ended.</source>
        <translation>Nicht gespeicherte Änderungen an %1 von %2 wurden aufgehoben, als das Programm endete.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Opens them; what was saved before stays one undo away</source>
        <translation>Öffnet sie; was vorher gespeichert war, bleibt ein Rückgängig entfernt</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Removes them for good</source>
        <translation>Entfernt sie endgültig</translation>
    </message>
    <message>
        <source>The changes to %1 are back; save them to keep them</source>
        <translation>Die Änderungen an %1 sind wieder da; zum Behalten speichern</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Takes the file over; your version stays one undo away</source>
        <translation>Übernimmt die Datei; die eigene Fassung bleibt ein Rückgängig entfernt</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Goes on with what is on the screen; saving asks before it overwrites</source>
        <translation>Macht mit dem Gezeigten weiter; Speichern fragt vor dem Überschreiben</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what is on the screen stays.</source>
        <translation>%1 ist nicht mehr auf der Platte; das Gezeigte bleibt.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>Writes it anew where it was</source>
        <translation>Schreibt die Datei neu an ihren Ort</translation>
    </message>
    <message>
        <source>%1 is reloaded</source>
        <translation>%1 ist neu geladen</translation>
    </message>
</context>
<context>
    <name>halfopen::EditNotice</name>
    <message>
        <source>%1: %2 is %3 from there on</source>
        <translation>%1: %2 ist ab da %3</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Looks at the moment of the change</source>
        <translation>Blickt auf den Moment der Änderung</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The run goes on there as it did before; can be undone</source>
        <translation>Der Lauf geht dort weiter wie zuvor; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>It could not be taken back: %1</source>
        <translation>Es ließ sich nicht zurücknehmen: %1</translation>
    </message>
</context>
<context>
    <name>halfopen::EditorRow</name>
    <message>
        <source>Changed; it was %1</source>
        <translation>Geändert; es war %1</translation>
    </message>
    <message>
        <source>%1 is changed from %2</source>
        <translation>%1 ist geändert, war %2</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>In der Datei: %1</translation>
    </message>
    <message>
        <source>Changed during the run</source>
        <translation>Während des Laufs geändert</translation>
    </message>
    <message>
        <source>A timed edit changes this setting in the middle of the run; the field shows what holds before it.</source>
        <translation>Eine zeitliche Änderung setzt diese Einstellung mitten im Lauf anders; das Feld zeigt, was davor gilt.</translation>
    </message>
</context>
<context>
    <name>halfopen::EndedTrack</name>
    <message>
        <source>Ended per s</source>
        <translation>Beendet je s</translation>
    </message>
    <message>
        <source>0 – %1 /s</source>
        <translation>0 – %1 /s</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>first try %1</source>
        <translation>erster Versuch %1</translation>
    </message>
    <message>
        <source>retried %1</source>
        <translation>Retry %1</translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation>Fallback %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>gescheitert %1</translation>
    </message>
    <message>
        <source>none ended</source>
        <translation>keine beendet</translation>
    </message>
    <message>
        <source>%1  served at the first try</source>
        <translation>%1  beim ersten Versuch bedient</translation>
    </message>
    <message>
        <source>%1  served by a fallback</source>
        <translation>%1  von einem Fallback bedient</translation>
    </message>
    <message>
        <source>%1  failed</source>
        <translation>%1  gescheitert</translation>
    </message>
    <message>
        <source>Requests ended per second, over %1</source>
        <translation>Beendete Anfragen je Sekunde, über %1</translation>
    </message>
    <message>
        <source>%1  saved by a retry, a hedged copy or healing</source>
        <translation>%1  durch Retry, Kopie oder Heilung gerettet</translation>
    </message>
    <message>
        <source>%1 /s in %2</source>
        <translation>%1 /s in %2</translation>
    </message>
    <message>
        <source>Requests that ended, by how they were served: what the callers got. Those refused at the last try and not served otherwise stand above those that failed.</source>
        <translation>Beendete Anfragen, danach wie sie bedient wurden: was die Aufrufer bekamen. Die beim letzten Versuch abgewiesenen und nicht anders bedienten stehen über den gescheiterten.</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>abgewiesen %1</translation>
    </message>
    <message>
        <source>%1  refused: nothing was sent at the last try</source>
        <translation>%1  abgewiesen: Beim letzten Versuch wurde nichts gesendet</translation>
    </message>
</context>
<context>
    <name>halfopen::EventLogModel</name>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>what happened, and why</source>
        <translation>was geschah und warum</translation>
    </message>
</context>
<context>
    <name>halfopen::EventLogPane</name>
    <message>
        <source>Event log</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>#316, a service, breaker, timeout …</source>
        <translation>#316, ein Dienst, breaker, timeout …</translation>
    </message>
    <message>
        <source>%1 found so far</source>
        <translation>bisher %1 gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>halfopen::ExportJobs</name>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops; no file is written and an older one of that name stays</source>
        <translation>Bricht ab; keine Datei wird geschrieben, und eine ältere dieses Namens bleibt</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 was not written: %2.</source>
        <translation>%1 wurde nicht geschrieben: %2.</translation>
    </message>
</context>
<context>
    <name>halfopen::Exporter</name>
    <message>
        <source>%1 is written</source>
        <translation>%1 ist geschrieben</translation>
    </message>
    <message>
        <source>&amp;Report as HTML …</source>
        <translation>&amp;Bericht als HTML …</translation>
    </message>
    <message>
        <source>One file with the figures, pictures, advice and the scenario, to read, print or send.</source>
        <translation>Eine Datei mit Kennzahlen, Bildern, Hinweisen und dem Szenario, zum Lesen, Drucken oder Verschicken.</translation>
    </message>
    <message>
        <source>&amp;Series as CSV …</source>
        <translation>&amp;Reihen als CSV …</translation>
    </message>
    <message>
        <source>What the tracks show, a row a second, for a spreadsheet.</source>
        <translation>Was die Spuren zeigen, eine Zeile je Sekunde, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>&amp;Figures over time as CSV …</source>
        <translation>&amp;Kennzahlen über die Zeit als CSV …</translation>
    </message>
    <message>
        <source>Every figure along the run, a row a moment.</source>
        <translation>Jede Kennzahl im Lauf der Zeit, eine Zeile je Zeitpunkt.</translation>
    </message>
    <message>
        <source>&amp;Events as JSON lines …</source>
        <translation>&amp;Ereignisse als JSON-Zeilen …</translation>
    </message>
    <message>
        <source>Every single event of the run, a line each, for programs.</source>
        <translation>Jedes einzelne Ereignis des Laufs, eine Zeile für jedes, für Programme.</translation>
    </message>
    <message>
        <source>Picture of %1 …</source>
        <translation>Bild: %1 …</translation>
    </message>
    <message>
        <source>What it shows now, as PNG with two pixels to one, or as SVG.</source>
        <translation>Was gerade zu sehen ist, als PNG in doppelter Auflösung oder als SVG.</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Series as CSV</source>
        <translation>Reihen als CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Figures over time as CSV</source>
        <translation>Kennzahlen über die Zeit als CSV</translation>
    </message>
    <message>
        <source>Events as JSON lines</source>
        <translation>Ereignisse als JSON-Zeilen</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>the hairline stands at %1 of %2</source>
        <translation>die Haarlinie steht bei %1 von %2</translation>
    </message>
    <message>
        <source>Report as HTML</source>
        <translation>Bericht als HTML</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>the run is computed up to %1 only</source>
        <translation>der Lauf ist erst bis %1 berechnet</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1, bearbeitet</translation>
    </message>
    <message>
        <source>Halfopen %1</source>
        <translation>Halfopen %1</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultEdits</name>
    <message>
        <source>outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>three times slower</source>
        <translation>dreimal so langsam</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>this fault is no longer in the document</source>
        <translation>diese Störung steht nicht mehr im Dokument</translation>
    </message>
    <message>
        <source>fault of %1 at %2 for %3</source>
        <translation>Störung von %1 bei %2 für %3</translation>
    </message>
    <message>
        <source>add fault of %1: %2</source>
        <translation>Störung von %1 hinzufügen: %2</translation>
    </message>
    <message>
        <source>duplicate fault of %1</source>
        <translation>Störung von %1 verdoppeln</translation>
    </message>
    <message>
        <source>remove fault of %1</source>
        <translation>Störung von %1 entfernen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>&amp;Add a fault at %1, for %2</source>
        <translation>&amp;Störung bei %1 für %2 hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate the fault of %1</source>
        <translation>Störung von %1 &amp;verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Remove the fault of %1</source>
        <translation>Störung von %1 &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Select a fault first: click its bar, or Alt with the down arrow.</source>
        <translation>Erst eine Störung wählen: ihren Balken anklicken oder Alt mit dem Pfeil nach unten.</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultsTrack</name>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>What the scenario does to its services, and outages that services have by chance. Causes stand here, above their consequences.</source>
        <translation>Was das Szenario seinen Diensten antut, und Ausfälle, die Dienste durch Zufall haben. Hier stehen Ursachen, über ihren Folgen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none in view</source>
        <translation>keine in Sicht</translation>
    </message>
    <message>
        <source>%1 unavailable by chance</source>
        <translation>%1 durch Zufall nicht verfügbar</translation>
    </message>
    <message>
        <source>%1
%2 times in %3</source>
        <translation>%1
%2-mal in %3</translation>
    </message>
</context>
<context>
    <name>halfopen::FieldForm</name>
    <message>
        <source>No setting here holds “%1”.</source>
        <translation>Keine Einstellung hier enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>halfopen::FieldSearch</name>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>1 setting holds this word</source>
        <translation>1 Einstellung enthält dieses Wort</translation>
    </message>
    <message>
        <source>%1 settings hold this word</source>
        <translation>%1 Einstellungen enthalten dieses Wort</translation>
    </message>
    <message>
        <source>Shows only the settings that hold a word in their name or path, or else in their meaning. Enter goes to the first, Escape shows all again.</source>
        <translation>Zeigt nur die Einstellungen, die ein Wort im Namen oder Pfad haben, sonst die mit dem Wort in ihrer Bedeutung. Enter geht zur ersten, Escape zeigt wieder alle.</translation>
    </message>
</context>
<context>
    <name>halfopen::FigureCard</name>
    <message>
        <source>whole run %1</source>
        <translation>ganzer Lauf %1</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
</context>
<context>
    <name>halfopen::FigureSpec</name>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Calls that %1 received, divided by requests: its amplification. Above 1 the policy adds load.</source>
        <translation>Aufrufe, die %1 erhielt, geteilt durch Anfragen: seine Verstärkung. Über 1 fügt die Policy Last hinzu.</translation>
    </message>
    <message>
        <source>success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Requests that succeeded, of those that ended.</source>
        <translation>Gelungene Anfragen unter den beendeten.</translation>
    </message>
    <message>
        <source>attempts per request</source>
        <translation>Versuche je Anfrage</translation>
    </message>
    <message>
        <source>Calls really sent, divided by finished requests.</source>
        <translation>Wirklich gesendete Aufrufe, geteilt durch beendete Anfragen.</translation>
    </message>
    <message>
        <source>retry rate</source>
        <translation>Retry-Quote</translation>
    </message>
    <message>
        <source>Finished requests with more than one attempt on a leg.</source>
        <translation>Beendete Anfragen mit mehr als einem Versuch auf einem Glied.</translation>
    </message>
    <message>
        <source>cost per 1,000</source>
        <translation>Kosten je 1,000</translation>
    </message>
    <message>
        <source>What 1,000 requests cost, in US dollars.</source>
        <translation>Was 1,000 Anfragen kosten, in US-Dollar.</translation>
    </message>
    <message>
        <source>accuracy served</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Right answers, of the answers that were served.</source>
        <translation>Richtige Antworten unter den gegebenen.</translation>
    </message>
    <message>
        <source>refused by breakers</source>
        <translation>Breaker wiesen ab</translation>
    </message>
    <message>
        <source>Tries that a breaker refused: nothing was sent, nothing was billed.</source>
        <translation>Versuche, die ein Breaker abwies: Nichts wurde gesendet, nichts berechnet.</translation>
    </message>
    <message>
        <source>cost per success</source>
        <translation>Kosten je Erfolg</translation>
    </message>
    <message>
        <source>All that was billed, divided by requests that succeeded.</source>
        <translation>Alles Berechnete, geteilt durch gelungene Anfragen.</translation>
    </message>
    <message>
        <source>first try</source>
        <translation>erster Versuch</translation>
    </message>
    <message>
        <source>Requests served by the first attempt of the first leg.</source>
        <translation>Anfragen, die der erste Versuch des ersten Gliedes bediente.</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>Requests that have started and not ended.</source>
        <translation>Anfragen, die begonnen haben und nicht beendet sind.</translation>
    </message>
    <message>
        <source>refused in all</source>
        <translation>alle Abweisungen</translation>
    </message>
    <message>
        <source>Tries that any guard of the caller refused.</source>
        <translation>Versuche, die irgendein Schutz des Aufrufers abwies.</translation>
    </message>
    <message>
        <source>%1 per request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>latency p50, all</source>
        <translation>Latenz p50, alle</translation>
    </message>
    <message>
        <source>Latency: half of the finished requests took at most this long. One that was refused counts as well, so that an outage looks fast.</source>
        <translation>Latenz: Die Hälfte der beendeten Anfragen dauerte höchstens so lange. Auch abgewiesene zählen, sodass ein Ausfall schnell aussieht.</translation>
    </message>
    <message>
        <source>p50, successes</source>
        <translation>p50, Erfolge</translation>
    </message>
    <message>
        <source>Latency: half of the requests that succeeded took at most this long.</source>
        <translation>Latenz: Die Hälfte der erfolgreichen Anfragen dauerte höchstens so lange.</translation>
    </message>
    <message>
        <source>latency p99, all</source>
        <translation>Latenz p99, alle</translation>
    </message>
    <message>
        <source>Latency: 99 of 100 finished requests took at most this long.</source>
        <translation>Latenz: 99 von 100 beendeten Anfragen dauerten höchstens so lange.</translation>
    </message>
    <message>
        <source>latency p95, all</source>
        <translation>Latenz p95, alle</translation>
    </message>
    <message>
        <source>Latency: 95 of 100 finished requests took at most this long.</source>
        <translation>Latenz: 95 von 100 beendeten Anfragen dauerten höchstens so lange.</translation>
    </message>
</context>
<context>
    <name>halfopen::FiguresPane</name>
    <message>
        <source>end range</source>
        <translation>Bereich aufheben</translation>
    </message>
    <message>
        <source>End the selected range</source>
        <translation>Den gewählten Zeitbereich aufheben</translation>
    </message>
    <message>
        <source>Show the figures up to the hairline again, not those of the selected range (Esc)</source>
        <translation>Wieder die Kennzahlen bis zur Haarlinie zeigen, nicht die des gewählten Zeitbereichs (Esc)</translation>
    </message>
    <message>
        <source>%1, counting …</source>
        <translation>%1, zählt …</translation>
    </message>
    <message>
        <source>0 – %1 s</source>
        <translation>0 – %1 s</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>met: %1 %2</source>
        <translation>erreicht: %1 %2</translation>
    </message>
    <message>
        <source>missed: %1 %2</source>
        <translation>verfehlt: %1 %2</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>n/a: the warm-up lasts until %1</source>
        <translation>n. v.: Das Aufwärmen dauert bis %1</translation>
    </message>
    <message>
        <source>%1 – %2 s, after the warm-up</source>
        <translation>%1 – %2 s, nach dem Aufwärmen</translation>
    </message>
    <message>
        <source>undecided: %1 %2</source>
        <translation>unentschieden: %1 %2</translation>
    </message>
    <message>
        <source>%1 beside the whole</source>
        <translation>%1 neben allem</translation>
    </message>
    <message>
        <source>%1 · all workloads</source>
        <translation>%1 · alle Lasten</translation>
    </message>
</context>
<context>
    <name>halfopen::FlowPane</name>
    <message>
        <source>Pipeline and state machine</source>
        <translation>Pipeline und Zustandsautomat</translation>
    </message>
    <message>
        <source>calls/s over the last 10 s</source>
        <translation>Aufrufe/s der letzten 10 s</translation>
    </message>
    <message>
        <source>Workload in the pipeline</source>
        <translation>Last in der Pipeline</translation>
    </message>
    <message>
        <source>Whose requests the pipeline shows: each workload has breakers and budgets of its own.</source>
        <translation>Wessen Anfragen die Pipeline zeigt: Jede Last hat eigene Breaker und Budgets.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Shows the state machine of the selected breaker beside the pipeline, for which a narrow window has no room.</source>
        <translation>Zeigt den Zustandsautomaten des gewählten Breakers neben der Pipeline, für den ein schmales Fenster keinen Platz hat.</translation>
    </message>
    <message>
        <source>%1, workload %2</source>
        <translation>%1, Last %2</translation>
    </message>
    <message>
        <source>The breaker stands at the balancer: it takes single replicas out of turn and brings them back.</source>
        <translation>Der Breaker steht am Lastverteiler: Er nimmt einzelne Replikate heraus und holt sie zurück.</translation>
    </message>
    <message>
        <source>No breaker guards this operation: a service that fails goes on being asked.</source>
        <translation>Kein Breaker schützt diese Operation: Ein Dienst, der fehlschlägt, wird weiter gefragt.</translation>
    </message>
    <message>
        <source>1 call in flight</source>
        <translation>1 Aufruf unterwegs</translation>
    </message>
    <message>
        <source>%1 calls in flight</source>
        <translation>%1 Aufrufe unterwegs</translation>
    </message>
    <message>
        <source>1 of %1 shown</source>
        <translation>1 von %1 gezeigt</translation>
    </message>
    <message>
        <source>%1, all shown</source>
        <translation>%1, alle gezeigt</translation>
    </message>
    <message>
        <source>order of %1: %2 moved</source>
        <translation>Reihenfolge von %1: %2 verschoben</translation>
    </message>
    <message>
        <source>slowed down: half-open</source>
        <translation>verlangsamt: halb offen</translation>
    </message>
</context>
<context>
    <name>halfopen::Glyphs</name>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>shed</source>
        <translation>abgeworfen</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>healed</source>
        <translation>geheilt</translation>
    </message>
    <message>
        <source>remedy did not help</source>
        <translation>Abhilfe half nicht</translation>
    </message>
</context>
<context>
    <name>halfopen::GroupView</name>
    <message>
        <source>More settings of %1</source>
        <translation>Mehr Einstellungen von %1</translation>
    </message>
    <message>
        <source>Settings that are seldom needed, as the file names them.</source>
        <translation>Selten gebrauchte Einstellungen, wie die Datei sie nennt.</translation>
    </message>
    <message>
        <source>more (%1)</source>
        <translation>mehr (%1)</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Was mit %1 möglich ist</translation>
    </message>
    <message>
        <source>Duplicate, move, remove</source>
        <translation>Verdoppeln, verschieben, entfernen</translation>
    </message>
    <message>
        <source>Shows or hides the fields of %1</source>
        <translation>Zeigt oder verbirgt die Felder von %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
</context>
<context>
    <name>halfopen::InFlightTrack</name>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Requests that have started and not ended. What grows here without end will not recover by itself.</source>
        <translation>Anfragen, die begonnen haben und nicht beendet sind. Was hier ohne Ende wächst, erholt sich nicht von selbst.</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
</context>
<context>
    <name>halfopen::KeyRow</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>%1 (left out)</source>
        <translation>%1 (weggelassen)</translation>
    </message>
    <message>
        <source>“%1” is refused. %2</source>
        <translation>„%1“ geht nicht. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Leave it out again</source>
        <translation>Wieder weglassen</translation>
    </message>
</context>
<context>
    <name>halfopen::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Single letters act while a track, the overview or the transport has the focus, never while you type.</source>
        <translation>Einzelne Buchstaben wirken, solange eine Spur, die Übersicht oder die Wiedergabe den Fokus hat, nie beim Tippen.</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>zoom; Ctrl finer, Shift faster</source>
        <translation>zoomen; Strg feiner, Umschalt schneller</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>ziehen</translation>
    </message>
    <message>
        <source>move along the time axis</source>
        <translation>entlang der Zeitachse bewegen</translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation>mittlere Taste ziehen</translation>
    </message>
    <message>
        <source>zoom to that stretch</source>
        <translation>auf diese Strecke zoomen</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>In einem Feld</translation>
    </message>
    <message>
        <source>Enter   Tab</source>
        <translation>Enter   Tab</translation>
    </message>
    <message>
        <source>take what was typed</source>
        <translation>Getipptes übernehmen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>give the old value back</source>
        <translation>den alten Wert zurückholen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Each key, or keys, and what it does.</source>
        <translation>Jede Taste oder Tastenfolge und was sie tut.</translation>
    </message>
    <message>
        <source>Shift drag</source>
        <translation>Umschalt + Ziehen</translation>
    </message>
    <message>
        <source>select that stretch: the figures tell of it</source>
        <translation>den Abschnitt auswählen: Die Kennzahlen gelten ihm</translation>
    </message>
</context>
<context>
    <name>halfopen::LatencyTrack</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>How long requests took that ended in each step of time: p50 bold, p95 over the area, p99 dotted.</source>
        <translation>Wie lange Anfragen dauerten, die in jedem Zeitschritt endeten: p50 fett, p95 über der Fläche, p99 gepunktet.</translation>
    </message>
    <message>
        <source>nothing ended</source>
        <translation>nichts beendet</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 · p99 %3 s</source>
        <translation>p50 %1 · p95 %2 · p99 %3 s</translation>
    </message>
    <message>
        <source>Latency of the %1 requests that ended in %2
p50 (bold)  %3
p95 (line)  %4
p99 (dotted)  %5</source>
        <translation>Latenz der %1 Anfragen, die in %2 endeten
p50 (fett)  %3
p95 (Linie)  %4
p99 (gepunktet)  %5</translation>
    </message>
    <message>
        <source>none ended</source>
        <translation>keine beendet</translation>
    </message>
</context>
<context>
    <name>halfopen::Legend</name>
    <message>
        <source>Signs: %1</source>
        <translation>Zeichen: %1</translation>
    </message>
</context>
<context>
    <name>halfopen::LoadTrack</name>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Calls sent (solid) against requests that arrived (dashed): the room between them is what retries add.</source>
        <translation>Gesendete Aufrufe (durchgezogen) gegen angekommene Anfragen (gestrichelt): Der Abstand dazwischen ist, was Retries hinzufügen.</translation>
    </message>
    <message>
        <source>0 – %1 /s</source>
        <translation>0 – %1 /s</translation>
    </message>
    <message>
        <source>calls, requests</source>
        <translation>Aufrufe, Anfragen</translation>
    </message>
    <message>
        <source>Per second, over %1
%2  calls sent (solid)
%3  requests arrived (dashed)</source>
        <translation>Je Sekunde, über %1
%2  gesendete Aufrufe (durchgezogen)
%3  angekommene Anfragen (gestrichelt)</translation>
    </message>
    <message>
        <source>×%1 amplification</source>
        <translation>×%1 Verstärkung</translation>
    </message>
    <message>
        <source>calls %1 · requests %2 /s in %3</source>
        <translation>Aufrufe %1 · Anfragen %2 /s in %3</translation>
    </message>
</context>
<context>
    <name>halfopen::MachineView</name>
    <message>
        <source>State machine</source>
        <translation>Zustandsautomat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>halfopen::MainWindow</name>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>Shows the scenarios that come with the program, with pictures, and the files opened last.</source>
        <translation>Zeigt die mitgelieferten Szenarien mit Bildern und die zuletzt geöffneten Dateien.</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Opens a scenario file in place of this one.</source>
        <translation>Öffnet eine Szenariodatei anstelle dieser.</translation>
    </message>
    <message>
        <source>&amp;Forget the files opened last</source>
        <translation>Zuletzt geöffnete Dateien &amp;vergessen</translation>
    </message>
    <message>
        <source>Empties the list of files opened last. The files themselves stay.</source>
        <translation>Leert die Liste der zuletzt geöffneten Dateien. Die Dateien selbst bleiben.</translation>
    </message>
    <message>
        <source>Opens a scenario that comes with the program; saving asks for a new place.</source>
        <translation>Öffnet ein mitgeliefertes Szenario; Speichern fragt nach einem neuen Ort.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Writes the scenario to its file. Comments and order of what was not edited stay.</source>
        <translation>Schreibt das Szenario in seine Datei. Kommentare und Reihenfolge des Unveränderten bleiben.</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Writes the scenario to another file and goes on with that one.</source>
        <translation>Schreibt das Szenario in eine andere Datei und macht mit dieser weiter.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes the window; asks first when there are unsaved changes.</source>
        <translation>Schließt das Fenster; fragt vorher, wenn Änderungen nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>das Fenster</translation>
    </message>
    <message>
        <source>the pipeline</source>
        <translation>die Pipeline</translation>
    </message>
    <message>
        <source>the tracks</source>
        <translation>die Spuren</translation>
    </message>
    <message>
        <source>Takes the last edit back. The run is computed anew and the view stays.</source>
        <translation>Nimmt die letzte Änderung zurück. Der Lauf wird neu berechnet, und die Ansicht bleibt.</translation>
    </message>
    <message>
        <source>nothing was edited yet</source>
        <translation>noch wurde nichts geändert</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Does again what was undone last.</source>
        <translation>Tut wieder, was zuletzt zurückgenommen wurde.</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>Finds commands, files and fields by a few letters, and goes to a time or a request.</source>
        <translation>Findet Befehle, Dateien und Felder an wenigen Buchstaben und springt zu einer Zeit oder einer Anfrage.</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark text on a light ground.</source>
        <translation>Dunkle Schrift auf hellem Grund.</translation>
    </message>
    <message>
        <source>Light text on a dark ground.</source>
        <translation>Helle Schrift auf dunklem Grund.</translation>
    </message>
    <message>
        <source>&amp;Other of light and dark</source>
        <translation>Hell und dunkel &amp;tauschen</translation>
    </message>
    <message>
        <source>Changes between light and dark.</source>
        <translation>Wechselt zwischen hell und dunkel.</translation>
    </message>
    <message>
        <source>Fit the &amp;whole run</source>
        <translation>&amp;Ganzen Lauf einpassen</translation>
    </message>
    <message>
        <source>Shows the run from its start to its end in the tracks.</source>
        <translation>Zeigt den Lauf von Anfang bis Ende in den Spuren.</translation>
    </message>
    <message>
        <source>Shows or hides the pane &quot;%1&quot;.</source>
        <translation>Zeigt oder verbirgt den Bereich „%1“.</translation>
    </message>
    <message>
        <source>Shows or hides the pipeline and the state machine above the tracks.</source>
        <translation>Zeigt oder verbirgt die Pipeline und den Zustandsautomaten über den Spuren.</translation>
    </message>
    <message>
        <source>&amp;Focus on the selection</source>
        <translation>&amp;Auswahl einpassen</translation>
    </message>
    <message>
        <source>Zooms to the selected request or stay in a state; once more: the whole run.</source>
        <translation>Zoomt auf die gewählte Anfrage oder den gewählten Zustand; noch einmal: der ganze Lauf.</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Hineinzoomen</translation>
    </message>
    <message>
        <source>Shows a shorter stretch of time, around the hairline.</source>
        <translation>Zeigt eine kürzere Zeitspanne um die Haarlinie.</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>He&amp;rauszoomen</translation>
    </message>
    <message>
        <source>Shows a longer stretch of time, around the hairline.</source>
        <translation>Zeigt eine längere Zeitspanne um die Haarlinie.</translation>
    </message>
    <message>
        <source>Pan to ear&amp;lier</source>
        <translation>Zu &amp;früheren Zeiten</translation>
    </message>
    <message>
        <source>Moves the view a tenth of its width to earlier times.</source>
        <translation>Verschiebt die Ansicht um ein Zehntel ihrer Breite zu früheren Zeiten.</translation>
    </message>
    <message>
        <source>Pan to l&amp;ater</source>
        <translation>Zu &amp;späteren Zeiten</translation>
    </message>
    <message>
        <source>Moves the view a tenth of its width to later times.</source>
        <translation>Verschiebt die Ansicht um ein Zehntel ihrer Breite zu späteren Zeiten.</translation>
    </message>
    <message>
        <source>Hairline a little &amp;back</source>
        <translation>Haarlinie etwas &amp;zurück</translation>
    </message>
    <message>
        <source>Looks 4 pixels of time earlier.</source>
        <translation>Blickt 4 Pixel früher.</translation>
    </message>
    <message>
        <source>Looks 4 pixels of time later.</source>
        <translation>Blickt 4 Pixel später.</translation>
    </message>
    <message>
        <source>Hairline further back</source>
        <translation>Haarlinie weiter zurück</translation>
    </message>
    <message>
        <source>Looks 40 pixels of time earlier.</source>
        <translation>Blickt 40 Pixel früher.</translation>
    </message>
    <message>
        <source>Hairline further on</source>
        <translation>Haarlinie weiter vor</translation>
    </message>
    <message>
        <source>Looks 40 pixels of time later.</source>
        <translation>Blickt 40 Pixel später.</translation>
    </message>
    <message>
        <source>Scroll the tracks &amp;up</source>
        <translation>Spuren nach &amp;oben rollen</translation>
    </message>
    <message>
        <source>Shows the tracks above, where they do not all fit.</source>
        <translation>Zeigt die Spuren darüber, wenn nicht alle Platz haben.</translation>
    </message>
    <message>
        <source>Scroll the tracks &amp;down</source>
        <translation>Spuren nach &amp;unten rollen</translation>
    </message>
    <message>
        <source>Shows the tracks beneath, where they do not all fit.</source>
        <translation>Zeigt die Spuren darunter, wenn nicht alle Platz haben.</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Lets simulated time pass at the speed of the transport, or stops it.</source>
        <translation>Lässt die simulierte Zeit im Tempo der Wiedergabe laufen oder hält sie an.</translation>
    </message>
    <message>
        <source>One event &amp;forward</source>
        <translation>Ein Ereignis &amp;vor</translation>
    </message>
    <message>
        <source>Goes to the next instant at which something happens.</source>
        <translation>Geht zum nächsten Zeitpunkt, an dem etwas geschieht.</translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation>Ein Ereignis &amp;zurück</translation>
    </message>
    <message>
        <source>Goes to the instant before at which something happened.</source>
        <translation>Geht zum Zeitpunkt davor, an dem etwas geschah.</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Zum A&amp;nfang</translation>
    </message>
    <message>
        <source>Looks at 0 s.</source>
        <translation>Blickt auf 0 s.</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>Looks at the end of what is computed.</source>
        <translation>Blickt auf das Ende des Berechneten.</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Follows what is computed, as it is computed.</source>
        <translation>Folgt dem Berechneten, während es berechnet wird.</translation>
    </message>
    <message>
        <source>&amp;Next change of state</source>
        <translation>Nächster Zustands&amp;wechsel</translation>
    </message>
    <message>
        <source>Goes to the next change of the selected breaker, and Why explains it.</source>
        <translation>Geht zum nächsten Wechsel des gewählten Breakers, und Warum erklärt ihn.</translation>
    </message>
    <message>
        <source>Pre&amp;vious change of state</source>
        <translation>V&amp;origer Zustandswechsel</translation>
    </message>
    <message>
        <source>Goes to the change of the selected breaker before this one.</source>
        <translation>Geht zum Wechsel des gewählten Breakers vor diesem.</translation>
    </message>
    <message>
        <source>Run &amp;until</source>
        <translation>Laufen &amp;bis</translation>
    </message>
    <message>
        <source>Goes to where it happens next: what the transport names beside &quot;run until&quot;.</source>
        <translation>Geht dorthin, wo es als Nächstes geschieht: was die Wiedergabe neben „bis“ nennt.</translation>
    </message>
    <message>
        <source>Run back until</source>
        <translation>Zurücklaufen bis</translation>
    </message>
    <message>
        <source>Goes to where it happened before: what the transport names beside &quot;run until&quot;.</source>
        <translation>Geht dorthin, wo es zuvor geschah: was die Wiedergabe neben „bis“ nennt.</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>Lan&amp;gsamer</translation>
    </message>
    <message>
        <source>Plays at a lower speed.</source>
        <translation>Spielt mit niedrigerem Tempo.</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>Plays at a higher speed.</source>
        <translation>Spielt mit höherem Tempo.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Shows the sheet of all keys.</source>
        <translation>Zeigt die Übersicht aller Tasten.</translation>
    </message>
    <message>
        <source>About this &amp;scenario</source>
        <translation>Über dieses &amp;Szenario</translation>
    </message>
    <message>
        <source>What the scenario is about, in its author&apos;s words.</source>
        <translation>Worum es in dem Szenario geht, in den Worten des Autors.</translation>
    </message>
    <message>
        <source>&amp;About Halfopen</source>
        <translation>&amp;Über Halfopen</translation>
    </message>
    <message>
        <source>Version, licence, and what it stands on.</source>
        <translation>Version, Lizenz und worauf es steht.</translation>
    </message>
    <message>
        <source>no file was opened yet</source>
        <translation>noch wurde keine Datei geöffnet</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>open recent file</source>
        <translation>zuletzt geöffnete Datei öffnen</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 is edited in the file only</source>
        <translation>%1 wird nur in der Datei bearbeitet</translation>
    </message>
    <message>
        <source>About Halfopen</source>
        <translation>Über Halfopen</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Halfopen %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A flight simulator for resilience policies: the name is the breaker state in which you try before you trust.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. It stands on Qt %2, Qt Charts, yaml-cpp, Random123, {fmt} and Boost.Math.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Halfopen %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Ein Flugsimulator für Resilienz-Policies: Der Name ist der Zustand des Breakers, in dem man probiert, bevor man vertraut.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Es steht auf Qt %2, Qt Charts, yaml-cpp, Random123, {fmt} und Boost.Math.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Book&amp;mark here</source>
        <translation>&amp;Lesezeichen hier</translation>
    </message>
    <message>
        <source>Sets a bookmark at the hairline, or takes it away.</source>
        <translation>Setzt ein Lesezeichen an der Haarlinie oder nimmt es weg.</translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation>&amp;Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Goes to the next bookmark.</source>
        <translation>Geht zum nächsten Lesezeichen.</translation>
    </message>
    <message>
        <source>Pre&amp;vious bookmark</source>
        <translation>Vor&amp;iges Lesezeichen</translation>
    </message>
    <message>
        <source>Goes to the bookmark before.</source>
        <translation>Geht zum Lesezeichen davor.</translation>
    </message>
    <message>
        <source>Note of the bookmar&amp;k</source>
        <translation>Notiz des L&amp;esezeichens</translation>
    </message>
    <message>
        <source>Writes why one wants to find this moment again.</source>
        <translation>Schreibt, warum dieser Moment wichtig ist.</translation>
    </message>
    <message>
        <source>For the keys that move, resize and remove it.</source>
        <translation>Für die Tasten, die sie verschieben, verlängern und entfernen.</translation>
    </message>
    <message>
        <source>Select the fault before</source>
        <translation>Störung davor wählen</translation>
    </message>
    <message>
        <source>Fault earlier</source>
        <translation>Störung früher</translation>
    </message>
    <message>
        <source>Moves the selected fault to the round time before.</source>
        <translation>Verschiebt die gewählte Störung auf die runde Zeit davor.</translation>
    </message>
    <message>
        <source>Fault later</source>
        <translation>Störung später</translation>
    </message>
    <message>
        <source>Moves the selected fault to the next round time.</source>
        <translation>Verschiebt die gewählte Störung auf die nächste runde Zeit.</translation>
    </message>
    <message>
        <source>Fault shorter</source>
        <translation>Störung kürzer</translation>
    </message>
    <message>
        <source>The selected fault ends at the round time before.</source>
        <translation>Die gewählte Störung endet zur runden Zeit davor.</translation>
    </message>
    <message>
        <source>Fault longer</source>
        <translation>Störung länger</translation>
    </message>
    <message>
        <source>The selected fault ends at the next round time.</source>
        <translation>Die gewählte Störung endet zur nächsten runden Zeit.</translation>
    </message>
    <message>
        <source>&amp;Remove the fault</source>
        <translation>Störun&amp;g entfernen</translation>
    </message>
    <message>
        <source>Takes the selected fault out of the scenario.</source>
        <translation>Nimmt die gewählte Störung aus dem Szenario.</translation>
    </message>
    <message>
        <source>Larger type, full screen, and without the editors: for showing it to others.</source>
        <translation>Größere Schrift, ganzer Bildschirm, ohne die Editoren: um anderen etwas zu zeigen.</translation>
    </message>
    <message>
        <source>Show in &amp;greyscale</source>
        <translation>Gra&amp;ustufen zeigen</translation>
    </message>
    <message>
        <source>Takes all colour away: the proof that nothing is said by colour alone.</source>
        <translation>Nimmt alle Farbe weg: der Beweis, dass nichts allein durch Farbe gesagt wird.</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves by itself: no travelling dots and no animation. Playing still moves the hairline.</source>
        <translation>Nichts bewegt sich von selbst: keine wandernden Punkte, keine Animation. Abspielen bewegt weiter die Haarlinie.</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>&amp;Save this layout …</source>
        <translation>Diese Anordnung &amp;speichern …</translation>
    </message>
    <message>
        <source>Gives the places of the panes a name, to come back to them.</source>
        <translation>Gibt den Plätzen der Bereiche einen Namen, um zu ihnen zurückzukehren.</translation>
    </message>
    <message>
        <source>&amp;Remove a layout …</source>
        <translation>Anordnung &amp;entfernen …</translation>
    </message>
    <message>
        <source>Forgets a layout that was given a name.</source>
        <translation>Vergisst eine Anordnung, die einen Namen bekam.</translation>
    </message>
    <message>
        <source>R&amp;eset the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Puts every pane back to where it was at first.</source>
        <translation>Setzt jeden Bereich an seinen ersten Platz zurück.</translation>
    </message>
    <message>
        <source>The start page</source>
        <translation>Die Startseite</translation>
    </message>
    <message>
        <source>%1 shows no panes</source>
        <translation>%1 zeigt keine Bereiche</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>Anordnung: %1</translation>
    </message>
    <message>
        <source>Save this layout</source>
        <translation>Diese Anordnung speichern</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Ihr Name:</translation>
    </message>
    <message>
        <source>The layout is saved as %1</source>
        <translation>Die Anordnung ist als %1 gespeichert</translation>
    </message>
    <message>
        <source>No layout was given a name yet</source>
        <translation>Noch hat keine Anordnung einen Namen</translation>
    </message>
    <message>
        <source>Remove a layout</source>
        <translation>Anordnung entfernen</translation>
    </message>
    <message>
        <source>Which one:</source>
        <translation>Welche:</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Backoff preview</source>
        <translation>Backoff-Vorschau</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>cost and accuracy of what was served</source>
        <translation>Kosten und Genauigkeit des Bedienten</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Scenarios (%1)</source>
        <translation>Szenarien (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1 first?</source>
        <translation>Die Änderungen an %1 zuerst speichern?</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>The language that this computer is set to, from the next start.</source>
        <translation>Die Sprache, auf die dieser Rechner eingestellt ist, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The window in English, from the next start.</source>
        <translation>Das Fenster auf Englisch, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The window in German, from the next start.</source>
        <translation>Das Fenster auf Deutsch, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Halfopen will be in German when it is started again.</source>
        <translation>Nach dem nächsten Start spricht Halfopen Deutsch.</translation>
    </message>
    <message>
        <source>Halfopen will be in English when it is started again.</source>
        <translation>Nach dem nächsten Start spricht Halfopen Englisch.</translation>
    </message>
    <message>
        <source>P&amp;resenter mode</source>
        <translation>&amp;Vortragsmodus</translation>
    </message>
    <message>
        <source>Hairline a little o&amp;n</source>
        <translation>Haarlinie etwas &amp;vor</translation>
    </message>
    <message>
        <source>S&amp;elect the next fault</source>
        <translation>Nächste Störung &amp;wählen</translation>
    </message>
    <message>
        <source>Find a &amp;setting</source>
        <translation>&amp;Einstellung suchen</translation>
    </message>
    <message>
        <source>Shows only the settings of the editors that hold a word; Enter goes to the first of them.</source>
        <translation>Zeigt nur die Einstellungen der Editoren, die ein Wort enthalten; Enter geht zur ersten.</translation>
    </message>
    <message>
        <source>Apply edits from &amp;here</source>
        <translation>Änderungen ab &amp;hier</translation>
    </message>
    <message>
        <source>Edits change the run from the moment that you look at, not from its start.</source>
        <translation>Änderungen ändern den Lauf ab dem betrachteten Moment, nicht ab seinem Anfang.</translation>
    </message>
    <message>
        <source>Linger at &amp;half-open</source>
        <translation>Bei halb of&amp;fen verweilen</translation>
    </message>
    <message>
        <source>Play slows down while a breaker is half-open, which is often too short to be seen.</source>
        <translation>Die Wiedergabe wird langsamer, solange ein Breaker halb offen ist; das ist oft zu kurz, um es zu sehen.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Be&amp;gin the range here</source>
        <translation>Zeitbereich hier &amp;beginnen</translation>
    </message>
    <message>
        <source>The figures tell of the stretch from the hairline on, beside the whole run.</source>
        <translation>Die Kennzahlen gelten dem Zeitbereich ab der Haarlinie, neben dem ganzen Lauf.</translation>
    </message>
    <message>
        <source>End the range &amp;here</source>
        <translation>Zeitbereich hier been&amp;den</translation>
    </message>
    <message>
        <source>The figures tell of the stretch up to the hairline, beside the whole run.</source>
        <translation>Die Kennzahlen gelten dem Zeitbereich bis zur Haarlinie, neben dem ganzen Lauf.</translation>
    </message>
    <message>
        <source>Not saved: %1 was changed by another program since it was opened.</source>
        <translation>Nicht gespeichert: %1 wurde seit dem Öffnen von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Saves what is on the screen; what the other program wrote is lost</source>
        <translation>Speichert, was auf dem Bildschirm ist; was das andere Programm schrieb, geht verloren</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Saves what is on the screen to another file</source>
        <translation>Speichert, was auf dem Bildschirm ist, in eine andere Datei</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Takes the file over; your version stays one undo away</source>
        <translation>Übernimmt die Datei; die eigene Fassung bleibt einen Schritt zurück</translation>
    </message>
</context>
<context>
    <name>halfopen::NameRow</name>
    <message>
        <source>rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
</context>
<context>
    <name>halfopen::NotesPane</name>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Enter goes to the moment, F2 writes, Delete removes.</source>
        <translation>Enter geht zum Moment, F2 schreibt, Entf entfernt.</translation>
    </message>
    <message>
        <source>No bookmark yet. B marks the moment at the hairline; write here why it matters.</source>
        <translation>Noch kein Lesezeichen. B merkt den Moment an der Haarlinie; hier steht, warum er zählt.</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Moment merken</translation>
    </message>
    <message>
        <source>A bookmark at the hairline (B): to find the moment again and to say why it matters</source>
        <translation>Ein Lesezeichen an der Haarlinie (B): um den Moment wiederzufinden und zu sagen, warum er zählt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removes the selected bookmark (Delete)</source>
        <translation>Entfernt das gewählte Lesezeichen (Entf)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the bookmarks back</source>
        <translation>Nimmt die letzte Änderung der Lesezeichen zurück</translation>
    </message>
    <message>
        <source>Click: go there. Double click or F2: write. Delete: remove.</source>
        <translation>Klick: hingehen. Doppelklick oder F2: schreiben. Entf: entfernen.</translation>
    </message>
    <message>
        <source>%1 bookmarks, kept for this file on this machine</source>
        <translation>%1 Lesezeichen, für diese Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>1 bookmark, kept for this file on this machine</source>
        <translation>1 Lesezeichen, für diese Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>no note yet</source>
        <translation>noch ohne Notiz</translation>
    </message>
</context>
<context>
    <name>halfopen::Notices</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this message and does nothing</source>
        <translation>Schließt diese Meldung und tut nichts</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>halfopen::NumberRow</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieber</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is refused. %2</source>
        <translation>„%1“ geht nicht. %2</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Expected %1, not %2.</source>
        <translation>Erwartet: %1, nicht %2.</translation>
    </message>
    <message>
        <source>Range: %1.</source>
        <translation>Bereich: %1.</translation>
    </message>
</context>
<context>
    <name>halfopen::OverviewStrip</name>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>The whole run and the window that the tracks show. Left and right move the window, up and down zoom.</source>
        <translation>Der ganze Lauf und das Fenster, das die Spuren zeigen. Links und rechts bewegen es, auf und ab zoomen.</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>noch nicht berechnet</translation>
    </message>
</context>
<context>
    <name>halfopen::Pipeline</name>
    <message>
        <source>no wait</source>
        <translation>ohne Warten</translation>
    </message>
    <message>
        <source>lin %1</source>
        <translation>lin %1</translation>
    </message>
    <message>
        <source>exp %1</source>
        <translation>exp %1</translation>
    </message>
    <message>
        <source>%1^n s</source>
        <translation>%1^n s</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are left.</source>
        <translation>%1 von %2 Token sind übrig.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1 more retries are allowed now.</source>
        <translation>%1 weitere Retries sind jetzt erlaubt.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>The next try passes with a probability of %1.</source>
        <translation>Der nächste Versuch geht mit einer Wahrscheinlichkeit von %1 durch.</translation>
    </message>
    <message>
        <source>Retries go on up to %1 failures; now %2.</source>
        <translation>Retries gehen bis %1 Fehler weiter; jetzt %2.</translation>
    </message>
    <message>
        <source>over</source>
        <translation>zu viel</translation>
    </message>
    <message>
        <source>At least %1 fail: no retries.</source>
        <translation>Mindestens %1 schlagen fehl: keine Retries.</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>bulkhead</source>
        <translation>Bulkhead</translation>
    </message>
    <message>
        <source>limiter</source>
        <translation>Limiter</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>hedge</source>
        <translation>Hedging</translation>
    </message>
    <message>
        <source>Retry: tries again after a failure, so that short faults are not seen by the caller.</source>
        <translation>Retry: versucht es nach einem Fehler noch einmal, damit der Aufrufer kurze Störungen nicht sieht.</translation>
    </message>
    <message>
        <source>Retry budget: a limit of retries over all requests, so that retries do not multiply an overload.</source>
        <translation>Retry-Budget: eine Grenze für Retries über alle Anfragen, damit Retries eine Überlast nicht vervielfachen.</translation>
    </message>
    <message>
        <source>Circuit breaker: stops asking a service that fails, and lets probes find out when it is well again.</source>
        <translation>Circuit Breaker: fragt einen Dienst nicht mehr, der fehlschlägt, und lässt Proben herausfinden, wann es ihm wieder gut geht.</translation>
    </message>
    <message>
        <source>Bulkhead: a limit of calls at once, so that one slow service does not take every thread.</source>
        <translation>Bulkhead: eine Grenze gleichzeitiger Aufrufe, damit ein langsamer Dienst nicht jeden Thread belegt.</translation>
    </message>
    <message>
        <source>Rate limiter: a limit of calls per time at the caller.</source>
        <translation>Rate Limiter: eine Grenze der Aufrufe je Zeit beim Aufrufer.</translation>
    </message>
    <message>
        <source>Timeout: gives a call up that takes too long, so that nobody waits for ever.</source>
        <translation>Timeout: gibt einen Aufruf auf, der zu lange dauert, damit niemand ewig wartet.</translation>
    </message>
    <message>
        <source>Hedging: sends a further copy of a slow call; the first success wins.</source>
        <translation>Hedging: sendet eine weitere Kopie eines langsamen Aufrufs; der erste Erfolg gewinnt.</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>, as the tutorial&apos;s ErrorRecoveryPolicy says</source>
        <translation>, wie ErrorRecoveryPolicy in der Anleitung sagt</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 of %2 places are taken, %3 calls wait.</source>
        <translation>%1 von %2 Plätzen sind belegt, %3 Aufrufe warten.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>No copy is sent before 100 successes are known.</source>
        <translation>Vor 100 bekannten Erfolgen wird keine Kopie gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 replicas out</source>
        <translation>%1 von %2 Replikaten draußen</translation>
    </message>
    <message>
        <source>at the balancer</source>
        <translation>am Lastverteiler</translation>
    </message>
    <message>
        <source>shared by %1 instances</source>
        <translation>gemeinsam für %1 Instanzen</translation>
    </message>
    <message>
        <source>instance %1 of %2, %3 open</source>
        <translation>Instanz %1 von %2, %3 offen</translation>
    </message>
    <message>
        <source>instance %1 of %2</source>
        <translation>Instanz %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation>%1 von %2 belegt</translation>
    </message>
    <message>
        <source>%1 in service</source>
        <translation>%1 in Arbeit</translation>
    </message>
    <message>
        <source>%1, none wait</source>
        <translation>%1, keiner wartet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 replicas</source>
        <translation>%1 Replikate</translation>
    </message>
    <message>
        <source>%1 of %2 replicas are taken out</source>
        <translation>%1 von %2 Replikaten sind herausgenommen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>busy, %1</source>
        <translation>läuft, %1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>healthy: no fault is on</source>
        <translation>gesund: keine Störung</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>It stands at the balancer: %1 of %2 replicas are taken out.</source>
        <translation>Er steht am Lastverteiler: %1 von %2 Replikaten sind herausgenommen.</translation>
    </message>
    <message>
        <source>%1 refused a second</source>
        <translation>%1 je Sekunde abgewiesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Off: everything passes.</source>
        <translation>Aus: Alles geht durch.</translation>
    </message>
    <message>
        <source>%1 calls a second come to it.</source>
        <translation>%1 Aufrufe je Sekunde kommen an.</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>plain call</source>
        <translation>einfacher Aufruf</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>%1: %2 requests a second.</source>
        <translation>%1: %2 Anfragen je Sekunde.</translation>
    </message>
    <message>
        <source>callers</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 skip</source>
        <translation>%1 überspr.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>halfopen::PipelineView</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2, off</source>
        <translation>%1 von %2, aus</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Enter or a double click leads to its settings.</source>
        <translation>Enter oder ein Doppelklick führt zu den Einstellungen.</translation>
    </message>
    <message>
        <source>Drag it, or press Ctrl+Left or Ctrl+Right, to change the order of the layers.</source>
        <translation>Ziehen oder Strg+Links und Strg+Rechts ändern die Reihenfolge der Schichten.</translation>
    </message>
</context>
<context>
    <name>halfopen::PolicyEditor</name>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Leg of the chain</source>
        <translation>Glied der Kette</translation>
    </message>
    <message>
        <source>Policy in front of %1</source>
        <translation>Policy vor %1</translation>
    </message>
    <message>
        <source>none on this leg</source>
        <translation>keine auf diesem Glied</translation>
    </message>
    <message>
        <source>%1 preset</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>A policy that nothing uses yet</source>
        <translation>Eine Policy, die noch nichts benutzt</translation>
    </message>
</context>
<context>
    <name>halfopen::ProblemPanel</name>
    <message>
        <source>Problems with a file</source>
        <translation>Probleme mit einer Datei</translation>
    </message>
    <message>
        <source>Messages, with file, line and column</source>
        <translation>Meldungen mit Datei, Zeile und Spalte</translation>
    </message>
    <message>
        <source>Close the messages</source>
        <translation>Meldungen schließen</translation>
    </message>
    <message>
        <source>Closes the messages; the document stays as it is</source>
        <translation>Schließt die Meldungen; das Dokument bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>halfopen::QueueTrack</name>
    <message>
        <source>Calls at each service with finite workers: served, and on top of them waiting. The dashed line is where all workers are busy. A queue that only grows is the sign of an overload that feeds itself.</source>
        <translation>Aufrufe bei jedem Dienst mit endlich vielen Workern: bediente und darüber wartende. An der gestrichelten Linie sind alle Worker belegt. Eine Warteschlange, die nur wächst, ist das Zeichen einer Überlast, die sich selbst nährt.</translation>
    </message>
    <message>
        <source>%1 waiting, %2 of %3 busy</source>
        <translation>%1 warten, %2 von %3 belegt</translation>
    </message>
    <message>
        <source>Calls at %1, at most
%2  waiting
%3  served, of %4 workers</source>
        <translation>Aufrufe bei %1, höchstens
%2  warten
%3  bedient, von %4 Workern</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
</context>
<context>
    <name>halfopen::QuietTable</name>
    <message>
        <source>%1, up and down</source>
        <translation>%1, auf und ab</translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation>Suchen in: %1</translation>
    </message>
    <message>
        <source>Shows the rows that hold these words: %1</source>
        <translation>Zeigt die Zeilen mit diesen Wörtern: %1</translation>
    </message>
    <message>
        <source>No row holds “%1”.</source>
        <translation>Keine Zeile enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>halfopen::RecordFilter</name>
    <message>
        <source>request started</source>
        <translation>Anfrage begonnen</translation>
    </message>
    <message>
        <source>request ended</source>
        <translation>Anfrage beendet</translation>
    </message>
    <message>
        <source>request cost</source>
        <translation>Kosten der Anfrage</translation>
    </message>
    <message>
        <source>leg entered</source>
        <translation>Glied betreten</translation>
    </message>
    <message>
        <source>attempt started</source>
        <translation>Versuch begonnen</translation>
    </message>
    <message>
        <source>attempt ended</source>
        <translation>Versuch beendet</translation>
    </message>
    <message>
        <source>wait started</source>
        <translation>Warten begonnen</translation>
    </message>
    <message>
        <source>wait range</source>
        <translation>Bereich der Wartezeit</translation>
    </message>
    <message>
        <source>gave up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>breaker observed</source>
        <translation>Breaker beobachtet</translation>
    </message>
    <message>
        <source>breaker changed</source>
        <translation>Breaker gewechselt</translation>
    </message>
    <message>
        <source>breaker numbers</source>
        <translation>Zahlen des Breakers</translation>
    </message>
    <message>
        <source>diagnosis started</source>
        <translation>Diagnose begonnen</translation>
    </message>
    <message>
        <source>diagnosed</source>
        <translation>diagnostiziert</translation>
    </message>
    <message>
        <source>remedy started</source>
        <translation>Abhilfe begonnen</translation>
    </message>
    <message>
        <source>remedy ended</source>
        <translation>Abhilfe beendet</translation>
    </message>
    <message>
        <source>call queued</source>
        <translation>Aufruf in Warteschlange</translation>
    </message>
    <message>
        <source>service started</source>
        <translation>Dienst begonnen</translation>
    </message>
    <message>
        <source>service ended</source>
        <translation>Dienst beendet</translation>
    </message>
    <message>
        <source>late completion</source>
        <translation>spät fertig</translation>
    </message>
    <message>
        <source>effect duplicated</source>
        <translation>Wirkung doppelt</translation>
    </message>
    <message>
        <source>fault on</source>
        <translation>Störung beginnt</translation>
    </message>
    <message>
        <source>fault off</source>
        <translation>Störung endet</translation>
    </message>
    <message>
        <source>service down</source>
        <translation>Dienst ausgefallen</translation>
    </message>
    <message>
        <source>service up</source>
        <translation>Dienst wieder da</translation>
    </message>
    <message>
        <source>run stopped</source>
        <translation>Lauf angehalten</translation>
    </message>
    <message>
        <source>queue left</source>
        <translation>Warteschlange verlassen</translation>
    </message>
    <message>
        <source>leg skipped</source>
        <translation>Glied übersprungen</translation>
    </message>
    <message>
        <source>hedge sent</source>
        <translation>Hedging Kopie gesendet</translation>
    </message>
    <message>
        <source>wait ended</source>
        <translation>Warten beendet</translation>
    </message>
    <message>
        <source>budget spent</source>
        <translation>Budget ausgegeben</translation>
    </message>
    <message>
        <source>replica ejected</source>
        <translation>Replikat herausgenommen</translation>
    </message>
    <message>
        <source>replica returned</source>
        <translation>Replikat zurück</translation>
    </message>
    <message>
        <source>edit applied</source>
        <translation>Änderung angewandt</translation>
    </message>
</context>
<context>
    <name>halfopen::Recovery</name>
    <message>
        <source>%1 cannot be made</source>
        <translation>%1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>halfopen::RequestDetail</name>
    <message>
        <source>%1 of %2 s</source>
        <translation>%1 von %2 s</translation>
    </message>
    <message>
        <source>Requests in detail</source>
        <translation>Anfragen im Einzelnen</translation>
    </message>
    <message>
        <source>Each request as a row of its attempts and waits on the time axis.</source>
        <translation>Jede Anfrage als Zeile ihrer Versuche und Wartezeiten auf der Zeitachse.</translation>
    </message>
    <message>
        <source>no request in view</source>
        <translation>keine Anfrage in Sicht</translation>
    </message>
    <message>
        <source>#%1 and its neighbours, in order of start</source>
        <translation>#%1 und Nachbarn, nach dem Beginn geordnet</translation>
    </message>
    <message>
        <source>No request is in view. Select one, or show more time.</source>
        <translation>Keine Anfrage ist in Sicht. Eine wählen oder mehr Zeit zeigen.</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch ist nichts gelaufen.</translation>
    </message>
    <message>
        <source>request, start</source>
        <translation>Anfrage, Beginn</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>Frist %1</translation>
    </message>
    <message>
        <source>%1 longest of %2 in view, by start</source>
        <translation>%1 längste von %2 in Sicht, nach Beginn</translation>
    </message>
</context>
<context>
    <name>halfopen::RequestsModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>was geschah</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>outcome and reason</source>
        <translation>Ausgang und Grund</translation>
    </message>
</context>
<context>
    <name>halfopen::RequestsPane</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>#316, or a word of the outcome</source>
        <translation>#316 oder ein Wort des Ausgangs</translation>
    </message>
    <message>
        <source>newest first at %1 s · %2 requests so far</source>
        <translation>neueste zuerst bei %1 s · bisher %2 Anfragen</translation>
    </message>
    <message>
        <source>No request has started by this moment.</source>
        <translation>Bis zu diesem Moment hat keine Anfrage begonnen.</translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioCard</name>
    <message>
        <source>its picture is being made</source>
        <translation>das Bild entsteht gerade</translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioDocument</name>
    <message>
        <source>this is a folder, not a file</source>
        <translation>das ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>more than 16 MiB, too large for a scenario</source>
        <translation>mehr als 16 MiB, zu groß für ein Szenario</translation>
    </message>
    <message>
        <source>recovered changes</source>
        <translation>wiederhergestellte Änderungen</translation>
    </message>
    <message>
        <source>reload from the disk</source>
        <translation>neu von der Platte geladen</translation>
    </message>
    <message>
        <source>%1 was not opened: 1 error. The document on the screen stays.</source>
        <translation>%1 wurde nicht geöffnet: 1 Fehler. Das Dokument auf dem Bildschirm bleibt.</translation>
    </message>
    <message>
        <source>%1 was not opened: %2 errors. The document on the screen stays.</source>
        <translation>%1 wurde nicht geöffnet: %2 Fehler. Das Dokument auf dem Bildschirm bleibt.</translation>
    </message>
    <message>
        <source>%1 was not opened. The document on the screen stays.</source>
        <translation>%1 wurde nicht geöffnet. Das Dokument auf dem Bildschirm bleibt.</translation>
    </message>
    <message>
        <source>%1 was not saved. Nothing on the disk was changed.</source>
        <translation>%1 wurde nicht gespeichert. Auf der Platte wurde nichts geändert.</translation>
    </message>
    <message>
        <source>take back what was changed at %1</source>
        <translation>zurücknehmen, was bei %1 geändert wurde</translation>
    </message>
    <message>
        <source>%1 was not saved: what was typed on the Text tab cannot be read yet. Mend it, or give it back with Esc there.</source>
        <translation>%1 wurde nicht gespeichert: Was im Reiter Text steht, ist noch nicht lesbar. Berichtigen, oder dort mit Esc zurückgeben.</translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioEditor</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
</context>
<context>
    <name>halfopen::SeedBox</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
</context>
<context>
    <name>halfopen::StartPage</name>
    <message>
        <source>No scenario is called that.</source>
        <translation>Kein Szenario heißt so.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Start with a scenario</source>
        <translation>Mit einem Szenario beginnen</translation>
    </message>
    <message>
        <source>Search in names and descriptions</source>
        <translation>In Namen und Beschreibungen suchen</translation>
    </message>
    <message>
        <source>Search the scenarios</source>
        <translation>Szenarien durchsuchen</translation>
    </message>
    <message>
        <source>Shows the scenarios whose name or description holds these words.</source>
        <translation>Zeigt die Szenarien, deren Name oder Beschreibung diese Wörter enthält.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Opens a scenario from the disk (Ctrl+O)</source>
        <translation>Öffnet ein Szenario von der Platte (Strg+O)</translation>
    </message>
    <message>
        <source>Back to the Lab</source>
        <translation>Zurück zum Labor</translation>
    </message>
    <message>
        <source>Goes on with the scenario that is open (Esc)</source>
        <translation>Macht mit dem offenen Szenario weiter (Esc)</translation>
    </message>
    <message>
        <source>Scenarios that come with Halfopen</source>
        <translation>Mitgelieferte Szenarien</translation>
    </message>
    <message>
        <source>Published results, to be met by a simulation</source>
        <translation>Veröffentlichte Ergebnisse, an denen sich eine Simulation messen muss</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>Öffnet %1</translation>
    </message>
    <message>
        <source>The file was not opened. This is what is wrong with it:</source>
        <translation>Die Datei wurde nicht geöffnet. Das stimmt nicht mit ihr:</translation>
    </message>
</context>
<context>
    <name>halfopen::StateMachine</name>
    <message>
        <source>CLOSED to OPEN: %1</source>
        <translation>CLOSED nach OPEN: %1</translation>
    </message>
    <message>
        <source>next call</source>
        <translation>nächster Aufruf</translation>
    </message>
    <message>
        <source>grows</source>
        <translation>wächst</translation>
    </message>
    <message>
        <source>few fail</source>
        <translation>wenige Fehler</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>%1 of %2 ok</source>
        <translation>%1 von %2 gut</translation>
    </message>
    <message>
        <source>%1 ok</source>
        <translation>%1 gut</translation>
    </message>
    <message>
        <source>many fail</source>
        <translation>viele Fehler</translation>
    </message>
    <message>
        <source>too few ok</source>
        <translation>zu wenige gut</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fails count</source>
        <translation>Fehler zählen</translation>
    </message>
    <message>
        <source>instance %1 of %2</source>
        <translation>Instanz %1 von %2</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>OPEN to HALF_OPEN: after its open time, %1</source>
        <translation>OPEN nach HALF_OPEN: nach seiner Offenzeit, %1</translation>
    </message>
    <message>
        <source>at the next call</source>
        <translation>beim nächsten Aufruf</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>HALF_OPEN to OPEN: a probe fails</source>
        <translation>HALF_OPEN nach OPEN: eine Probe schlägt fehl</translation>
    </message>
    <message>
        <source>HALF_OPEN to CLOSED: enough probes succeed</source>
        <translation>HALF_OPEN nach CLOSED: genug Proben gelingen</translation>
    </message>
    <message>
        <source>OPEN to CLOSED: after its open time; it has no probes</source>
        <translation>OPEN nach CLOSED: nach seiner Offenzeit; er hat keine Proben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%1 für %2: %3</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>halfopen::StatusLine</name>
    <message>
        <source>outages correlated in time</source>
        <translation>Ausfälle zeitlich korreliert</translation>
    </message>
    <message>
        <source>failures independent between calls</source>
        <translation>Fehler zwischen Aufrufen unabhängig</translation>
    </message>
    <message>
        <source>finite workers</source>
        <translation>endlich viele Worker</translation>
    </message>
    <message>
        <source>unlimited workers</source>
        <translation>unbegrenzte Worker</translation>
    </message>
    <message>
        <source>one instance</source>
        <translation>eine Instanz</translation>
    </message>
    <message>
        <source>%1 instances</source>
        <translation>%1 Instanzen</translation>
    </message>
    <message>
        <source>ended at the drain limit, with requests in flight</source>
        <translation>am Ende der Auslaufzeit noch Anfragen unterwegs</translation>
    </message>
    <message>
        <source>stopped: too many requests</source>
        <translation>angehalten: zu viele Anfragen</translation>
    </message>
    <message>
        <source>stopped: too many requests in flight</source>
        <translation>angehalten: zu viele Anfragen unterwegs</translation>
    </message>
    <message>
        <source>stopped: time stands still</source>
        <translation>angehalten: die Zeit steht still</translation>
    </message>
    <message>
        <source>stopped: the trace reached its limit of memory</source>
        <translation>angehalten: der Speicher für den Verlauf ist voll</translation>
    </message>
    <message>
        <source>What this scenario&apos;s model takes into account, and what not.</source>
        <translation>Was das Modell dieses Szenarios berücksichtigt und was nicht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; events</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Ereignisse</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; events/s</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Ereignisse/s</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 MB&lt;/b&gt; memory</source>
        <translation>&lt;b&gt;%1 MB&lt;/b&gt; Speicher</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; seed</source>
        <translation>Seed &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>computing …</source>
        <translation>rechnet …</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
</context>
<context>
    <name>halfopen::TablesPane</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Request detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>halfopen::TextPane</name>
    <message>
        <source>Scenario as text</source>
        <translation>Szenario als Text</translation>
    </message>
    <message>
        <source>The whole document. It is taken as soon as it can be read; Escape gives back what was not taken.</source>
        <translation>Das ganze Dokument. Es wird übernommen, sobald es lesbar ist; Esc holt zurück, was nicht übernommen wurde.</translation>
    </message>
    <message>
        <source>edit the text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Not taken yet: the run shows the last text that could be read. Escape goes back to it.</source>
        <translation>Noch nicht übernommen: Der Lauf zeigt den letzten lesbaren Text. Esc geht zu ihm zurück.</translation>
    </message>
    <message>
        <source>line %1 · not taken yet</source>
        <translation>Zeile %1 · noch nicht übernommen</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
</context>
<context>
    <name>halfopen::TimeField</name>
    <message>
        <source>Time looked at</source>
        <translation>Betrachtete Zeit</translation>
    </message>
    <message>
        <source>The simulated time that everything shows. Type a time such as 61.3 or 2min and press Enter to go there.</source>
        <translation>Die simulierte Zeit, die alles zeigt. Eine Zeit wie 61.3 oder 2min tippen und mit Enter dorthin gehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time; type one such as 61.3 s or 2min</source>
        <translation>„%1“ ist keine Zeit; möglich ist etwa 61.3 s oder 2min</translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineView</name>
    <message>
        <source>bookmark taken away: %1</source>
        <translation>Lesezeichen entfernt: %1</translation>
    </message>
    <message>
        <source>no bookmark was set: there are %1 already</source>
        <translation>kein Lesezeichen gesetzt: Es gibt schon %1</translation>
    </message>
    <message>
        <source>no bookmark after this moment</source>
        <translation>kein Lesezeichen nach diesem Moment</translation>
    </message>
    <message>
        <source>no bookmark before this moment</source>
        <translation>kein Lesezeichen vor diesem Moment</translation>
    </message>
    <message>
        <source>what is to be seen here</source>
        <translation>was hier zu sehen ist</translation>
    </message>
    <message>
        <source>Note of the bookmark at %1</source>
        <translation>Notiz des Lesezeichens bei %1</translation>
    </message>
    <message>
        <source>Enter keeps the note, Esc leaves it as it was.</source>
        <translation>Enter behält die Notiz, Esc lässt sie, wie sie war.</translation>
    </message>
    <message>
        <source>The fault was not changed: %1</source>
        <translation>Die Störung wurde nicht geändert: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not possible: %1</source>
        <translation>nicht möglich: %1</translation>
    </message>
    <message>
        <source>fault %1 of %2: %3 %4, %5</source>
        <translation>Störung %1 von %2: %3 %4, %5</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 · selected %3</source>
        <translation>%1 von %2 · gewählt %3</translation>
    </message>
    <message>
        <source>Drag to move it, drag an edge to change how long it lasts.
Selected: Alt with ← → moves, Alt+Shift with ← → changes the end.</source>
        <translation>Ziehen verschiebt sie, Ziehen am Rand ändert ihre Dauer.
Gewählt: Alt mit ← → verschiebt, Alt+Umschalt mit ← → ändert das Ende.</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>&amp;All, in their first order</source>
        <translation>&amp;Alle, in der ersten Reihenfolge</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; &amp;up</source>
        <translation>„%1“ nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; &amp;down</source>
        <translation>„%1“ nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Hide &quot;%1&quot;</source>
        <translation>„%1“ &amp;verbergen</translation>
    </message>
    <message>
        <source>Tracks, up and down</source>
        <translation>Spuren, auf und ab</translation>
    </message>
    <message>
        <source>Nothing has run yet. Open a scenario, and its faults, breakers and requests appear here.</source>
        <translation>Noch ist nichts gelaufen. Nach dem Öffnen eines Szenarios erscheinen hier Störungen, Breaker und Anfragen.</translation>
    </message>
    <message>
        <source>Empty: nothing has run yet.</source>
        <translation>Leer: Noch ist nichts gelaufen.</translation>
    </message>
    <message>
        <source>Faults, breakers, attempts, requests and rates over time. Shows %1 of %2. W and S zoom, A and D pan, left and right move the playhead, I and O begin and end a range there.</source>
        <translation>Störungen, Breaker, Versuche, Anfragen und Raten über die Zeit. Zeigt %1 von %2. W und S zoomen, A und D schwenken, links und rechts bewegen die Haarlinie, I und O beginnen und beenden dort einen Zeitbereich.</translation>
    </message>
    <message>
        <source>%1 · all workloads</source>
        <translation>%1 · alle Lasten</translation>
    </message>
</context>
<context>
    <name>halfopen::ToggleRow</name>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>halfopen::TokensTrack</name>
    <message>
        <source>What retry budgets and rate limiters have left, and free places of bulkheads; of several instances the least. At 0 the layer refuses or makes wait. The first %2 of them, looked up in the run every %1.</source>
        <translation>Was Retry-Budgets und Ratenbegrenzer noch haben, und freie Plätze von Bulkheads; bei mehreren Instanzen das Wenigste. Bei 0 weist die Schicht ab oder lässt warten. Die ersten %2 davon, im Lauf alle %1 nachgesehen.</translation>
    </message>
    <message>
        <source>budget, %1</source>
        <translation>Budget, %1</translation>
    </message>
    <message>
        <source>limiter, %1</source>
        <translation>Begrenzer, %1</translation>
    </message>
    <message>
        <source>bulkhead, %1</source>
        <translation>Bulkhead, %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1: %2 left at %3</source>
        <translation>%1: %2 übrig bei %3</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>halfopen::TradeoffChart</name>
    <message>
        <source>served</source>
        <translation>bedient</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cost against accuracy</source>
        <translation>Kosten gegen Genauigkeit</translation>
    </message>
    <message>
        <source>n/a: no service has been asked yet.</source>
        <translation>n. v.: Noch wurde kein Dienst gefragt.</translation>
    </message>
    <message>
        <source>cost per 1,000 requests</source>
        <translation>Kosten je 1,000 Anfragen</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>so far $%1, %2</source>
        <translation>bisher $%1, %2</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>$%1 per 1,000 requests, %2 right
net value %3 per 1,000</source>
        <translation>$%1 je 1,000 Anfragen, %2 richtig
Nettowert %3 je 1,000</translation>
    </message>
    <message>
        <source>achieved so far: %1</source>
        <translation>bisher erreicht: %1</translation>
    </message>
    <message>
        <source>%1 alone: %2</source>
        <translation>%1 allein: %2</translation>
    </message>
    <message>
        <source>around %1 s: %2</source>
        <translation>um %1 s: %2</translation>
    </message>
    <message>
        <source>%1 alone: $%2 per 1,000 requests, %3 right, served %4</source>
        <translation>%1 allein: $%2 je 1,000 Anfragen, %3 richtig, bediente %4</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>achieved so far: $%1 per 1,000 requests, %2 right</source>
        <translation>bisher erreicht: $%1 je 1,000 Anfragen, %2 richtig</translation>
    </message>
    <message>
        <source>across: cost per 1,000 requests, those not served included · up: accuracy of what was served</source>
        <translation>quer: Kosten je 1,000 Anfragen, nicht bediente eingeschlossen · hoch: Genauigkeit des Bedienten</translation>
    </message>
    <message>
        <source>%1 of the requests were not served; one that was refused costs nothing, which makes the mean cheaper</source>
        <translation>%1 der Anfragen wurden nicht bedient; eine abgewiesene kostet nichts, was das Mittel billiger macht</translation>
    </message>
    <message>
        <source>n/a: nothing that counts has been served yet</source>
        <translation>n. v.: Noch nichts bedient, das zählt</translation>
    </message>
    <message>
        <source>n/a: no call costs anything in this scenario. Give a service a cost to weigh it against accuracy.</source>
        <translation>n. v.: In diesem Szenario kostet kein Aufruf etwas. Mit Kosten an einem Dienst lassen sie sich gegen die Genauigkeit abwägen.</translation>
    </message>
</context>
<context>
    <name>halfopen::TradeoffView</name>
    <message>
        <source>a &amp;right answer is worth</source>
        <translation>eine &amp;richtige Antwort ist wert</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>A right answer is worth, in dollars</source>
        <translation>Was eine richtige Antwort wert ist, in Dollar</translation>
    </message>
    <message>
        <source>Dotted lines join what has the same net value: right answers times this, less the cost.</source>
        <translation>Gepunktete Linien verbinden, was denselben Nettowert hat: richtige Antworten mal diesem Wert, abzüglich der Kosten.</translation>
    </message>
</context>
<context>
    <name>halfopen::Transport</name>
    <message>
        <source>Transport</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Moves through the run: step, play, speed, time, jumps, seed.</source>
        <translation>Bewegt durch den Lauf: Schritte, Abspielen, Tempo, Zeit, Sprünge, Seed.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Ein Ereignis zurück</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation>Ein Ereignis vor</translation>
    </message>
    <message>
        <source>To the end of what is computed</source>
        <translation>Zum Ende des Berechneten</translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>Simulated seconds per second of play ([ and ])</source>
        <translation>Simulierte Sekunden je Sekunde der Wiedergabe ([ und ])</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>t =</source>
        <translation>t =</translation>
    </message>
    <message>
        <source>Run until</source>
        <translation>Laufen bis</translation>
    </message>
    <message>
        <source>What &quot;run until&quot; looks for: the next or the last time that this happens (G)</source>
        <translation>Was „bis“ sucht: das nächste oder letzte Mal, dass dies geschieht (G)</translation>
    </message>
    <message>
        <source>breaker opens</source>
        <translation>Breaker öffnet</translation>
    </message>
    <message>
        <source>request fails</source>
        <translation>Anfrage scheitert</translation>
    </message>
    <message>
        <source>next fault</source>
        <translation>nächste Störung</translation>
    </message>
    <message>
        <source>Run until it happens next; with Shift, back to where it happened before</source>
        <translation>Laufen, bis es als Nächstes geschieht; mit Umschalt zurück, bis es zuvor geschah</translation>
    </message>
    <message>
        <source>run until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>The luck of the run: the same seed gives the same run. Another one makes a new run.</source>
        <translation>Das Glück des Laufs: Derselbe Seed gibt denselben Lauf. Ein anderer macht einen neuen.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>You look at an earlier moment; this goes back to what is computed now (L)</source>
        <translation>Die Ansicht zeigt einen früheren Moment; dies geht zurück zum jetzt Berechneten (L)</translation>
    </message>
    <message>
        <source>Follow what is computed (L)</source>
        <translation>Dem Berechneten folgen (L)</translation>
    </message>
    <message>
        <source>%1: not before %2</source>
        <translation>%1: nicht vor %2</translation>
    </message>
    <message>
        <source>%1: not again after %2, as far as is computed</source>
        <translation>%1: nicht mehr nach %2, soweit berechnet</translation>
    </message>
    <message>
        <source>%1: not again after %2</source>
        <translation>%1: nicht mehr nach %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>seed: %1</source>
        <translation>Seed: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 · to live (L)</source>
        <translation>%1 · live (L)</translation>
    </message>
    <message>
        <source>viewing %1 · back to live (L)</source>
        <translation>zeigt %1 · zurück zu live (L)</translation>
    </message>
    <message>
        <source>● live %1 s</source>
        <translation>● live %1 s</translation>
    </message>
    <message>
        <source>○ live %1 s</source>
        <translation>○ live %1 s</translation>
    </message>
    <message>
        <source>to live (L)</source>
        <translation>zu live (L)</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>A|B</source>
        <translation>A|B</translation>
    </message>
    <message>
        <source>Two policies side by side in the same world. It is not built yet.</source>
        <translation>Zwei Policys nebeneinander in derselben Welt. Das gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweig</translation>
    </message>
    <message>
        <source>Goes on from here under another policy, beside this run (K). It is not built yet: Ctrl+H makes edits apply from here on.</source>
        <translation>Führt den Lauf von hier an unter einer anderen Policy weiter, neben diesem (K). Das gibt es noch nicht: Strg+H lässt Änderungen ab hier gelten.</translation>
    </message>
</context>
<context>
    <name>halfopen::WaterfallTrack</name>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>The longest requests in view: their tries, waits, refusals and fallbacks. It tells where the time went.</source>
        <translation>Die längsten Anfragen in Sicht: ihre Versuche, Wartezeiten, Abweisungen und Fallbacks. Er zeigt, wohin die Zeit ging.</translation>
    </message>
    <message>
        <source>no request in view</source>
        <translation>keine Anfrage in Sicht</translation>
    </message>
    <message>
        <source>all %1 in view</source>
        <translation>alle %1 in Sicht</translation>
    </message>
    <message>
        <source>longest first,
%1 of %2
in view shown</source>
        <translation>längste zuerst,
%1 von %2
in Sicht gezeigt</translation>
    </message>
</context>
<context>
    <name>halfopen::WhatIf</name>
    <message>
        <source>One setting that would have changed it</source>
        <translation>Eine Einstellung, die es geändert hätte</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>je 1,000</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 bis %3</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>No single setting that was tried changes it.</source>
        <translation>Keine einzelne der versuchten Einstellungen ändert es.</translation>
    </message>
    <message>
        <source>Changes nothing: %1.</source>
        <translation>Ändert nichts: %1.</translation>
    </message>
    <message>
        <source>Each row runs seed %1 again up to %2 (%3 runs). Click a setting to take it over.</source>
        <translation>Jede Zeile lässt Seed %1 noch einmal bis %2 laufen (%3 Läufe). Ein Klick auf eine Einstellung übernimmt sie.</translation>
    </message>
    <message>
        <source>Running this world again with other settings …</source>
        <translation>Diese Welt läuft noch einmal mit anderen Einstellungen …</translation>
    </message>
    <message>
        <source>Run this world again with other settings (up to %1 s)</source>
        <translation>Diese Welt noch einmal mit anderen Einstellungen laufen lassen (bis zu %1 s)</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
</context>
<context>
    <name>halfopen::WholeFile</name>
    <message>
        <source>the disk takes no more</source>
        <translation>die Platte nimmt nichts mehr auf</translation>
    </message>
</context>
<context>
    <name>halfopen::WhyPane</name>
    <message>
        <source>nothing selected yet</source>
        <translation>noch nichts gewählt</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>try</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>due after</source>
        <translation>fällig nach</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>Click a change of state in a breaker lane to see what decided it, or a request in the waterfall or in the table to read its story.</source>
        <translation>Ein Klick auf einen Zustandswechsel in einer Breaker-Spur zeigt, was ihn entschied; einer auf eine Anfrage im Wasserfall oder in der Tabelle erzählt ihre Geschichte.</translation>
    </message>
    <message>
        <source>Shift and . selects the next change of state, G runs until the next one.</source>
        <translation>Umschalt und . wählt den nächsten Zustandswechsel, G läuft bis zum nächsten.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Previous transition</source>
        <translation>Voriger Wechsel</translation>
    </message>
    <message>
        <source>Previous transition (Shift and ,)</source>
        <translation>Voriger Wechsel (Umschalt und ,)</translation>
    </message>
    <message>
        <source>Next transition</source>
        <translation>Nächster Wechsel</translation>
    </message>
    <message>
        <source>Next transition (Shift and .)</source>
        <translation>Nächster Wechsel (Umschalt und .)</translation>
    </message>
    <message>
        <source>transition %1 of %2</source>
        <translation>Wechsel %1 von %2</translation>
    </message>
    <message>
        <source>request #%1</source>
        <translation>Anfrage #%1</translation>
    </message>
    <message>
        <source>Now a few calls are let through as probes, to see whether the service is well again.</source>
        <translation>Jetzt werden einzelne Aufrufe als Proben durchgelassen, um zu sehen, ob der Dienst wieder gesund ist.</translation>
    </message>
    <message>
        <source>CLOSED: calls pass.</source>
        <translation>CLOSED: Aufrufe gehen durch.</translation>
    </message>
    <message>
        <source>OPEN: calls are refused, nothing is sent.</source>
        <translation>OPEN: Aufrufe werden abgewiesen, nichts wird gesendet.</translation>
    </message>
    <message>
        <source>HALF_OPEN: a few calls are let through as probes, to see whether the service is well again.</source>
        <translation>HALF_OPEN: Einzelne Aufrufe werden als Proben durchgelassen, um zu sehen, ob der Dienst wieder gesund ist.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>halfopen::WorkspaceSwitch</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>halfopen::Workspaces</name>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Build a scenario, run it and see why.</source>
        <translation>Ein Szenario bauen, laufen lassen und sehen, warum.</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Lessons that explain one policy at a time.</source>
        <translation>Lektionen, die je eine Policy erklären.</translation>
    </message>
    <message>
        <source>Lessons will stand here: each a small scenario that you play, change and understand. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation>Hier werden Lektionen stehen: jede ein kleines Szenario zum Abspielen, Ändern und Verstehen. Das ist noch nicht gebaut; Strg+1 geht zurück zum Labor.</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Find the settings that serve best.</source>
        <translation>Die Einstellungen finden, die am besten dienen.</translation>
    </message>
    <message>
        <source>Here many settings will be tried at once, over many seeds, and the best be shown. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation>Hier werden viele Einstellungen auf einmal versucht, über viele Seeds, und die beste gezeigt. Das ist noch nicht gebaut; Strg+1 geht zurück zum Labor.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>See what really happened, and what would have.</source>
        <translation>Sehen, was wirklich geschah und was geschehen wäre.</translation>
    </message>
    <message>
        <source>Here recorded traffic will be replayed under other policies. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation>Hier wird aufgezeichneter Verkehr unter anderen Policies nachgespielt. Das ist noch nicht gebaut; Strg+1 geht zurück zum Labor.</translation>
    </message>
</context>
</TS>
