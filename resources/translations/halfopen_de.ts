<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Bookmarks</name>
    <message>
        <source>Bookmark at %1. A double click, or F2 there, writes a note to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakerFields</name>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library or text that this breaker behaves like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset sets every switch; fields below refine it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trips on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes a closed breaker open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures in a row forget at each success; a count since the last reset never forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trips at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failure rate of the window at which it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower reacts sooner and trips more often without need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many failures open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back results count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer window is surer and slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last results count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With fewer results it cannot trip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps two unlucky calls at night from opening it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it stays open before a probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer spares the service; shorter finds out sooner that it is well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls are let through half-open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More probes judge better and hurt more while it is ill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether calls are refused while the service keeps failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every request waits for a service that is down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMarks</name>
    <message>
        <source>policy changed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service changed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workload changed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation changed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario changed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ghost</name>
    <message>
        <source>before the edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardFields</name>
    <message>
        <source>shared by all instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for all instances of the caller instead of one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each instance sees only its own calls: many instances let many times as much through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library whose budget this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries bound retries by tokens, by a share of requests or by what is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few tokens stop a retry storm early; many let single failures be retried freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens at the start, and at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that a retry takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that a retry after a timeout takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that a success gives back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that each request gives at its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that each success gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that a success gives; a failure takes 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load that retries may add at most while everything fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retries at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries, as a share of the requests in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries a second that are always allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back requests count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries under way, as a share of the tries under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries under way that are always allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries per accepted one before the first is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back tries and successes count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries are allowed up to this share of failed attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bound on retries over all requests of an instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without one each request retries as if it were alone, and an outage multiplies the load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulkhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of calls at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps one slow service from taking all callers with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls under way at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate times latency is what is needed; much more protects nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many more may wait; the rest is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A queue smooths short bursts and adds its wait to every latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has waited so long is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody should wait for longer than the answer is worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller&apos;s own limit of calls per second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staying below a server&apos;s limit is cheaper than being refused by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per second in the long run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the server&apos;s limit, with room for other callers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that may come together after a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 spaces calls evenly; more lets bursts through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a call over the limit does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting adds latency; refusing lets the fallback go to work at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second copy of a slow call; the first answer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts the slowest answers for a few percent more load; harmful when the service is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the first copy may take before another is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the 95th percentile costs 5 % more calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after quantile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of recent answers that came sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % costs 5 % more calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further copies at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One brings nearly all of the gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel the losers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the service to stop working on the slower copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it every hedge is paid in full.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindFields</name>
    <message>
        <source>retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether retry loops try again after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failure that never passes by itself is only paid for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 falls back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the next leg of the chain is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service may do what this one cannot, unless the input itself is bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it counts as for a circuit breaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller&apos;s own mistakes say nothing of the health of a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what failures mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message>
        <source>%1 of %2 in a row failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failures since the reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failures in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probe failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no verdict of the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes were slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probe&apos;s failure does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a late call succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success %1 %, limit %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told to wait (Retry-After)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changes of state, zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPEN %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPEN until %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 changes of state from %3 on
Zoom in to tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 – now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 – %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>because %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyFields</name>
    <message>
        <source>%1 has no policy: one plain call, without retry, timeout or breaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1, shared with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether an attempt is given up after some time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a timeout one answer that never comes holds its request for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the first attempt may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short turns slow answers into failures; too long makes callers wait for what will not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each further attempt may take so many times longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 s, 60 s, 120 s: patience that grows catches slow answers, and keeps the caller waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries after the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each retry helps against luck and adds load against overload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= 1 try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1 tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base b of the waits b^1, b^2, … seconds (as documented) or b^0, b^1, … (as implemented).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waits grow without a cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as documented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as implemented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the object does what its text says or what its code does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code retries every failure, permanent ones included, and ignores timeout_override.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heal %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a leg that failed with this kind is diagnosed, treated and asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying never helps against a bad input; a remedy removes its cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the diagnosis names the true cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong diagnosis costs a remedy and a try that cannot help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>a duration such as 250 ms or 2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share such as 7.5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate such as 5/s or 300/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an amount in US dollars such as 0.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number such as 2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number such as 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetryFields</name>
    <message>
        <source>attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tries of this leg, the first one included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each retry helps against bad luck, and adds load where load is the trouble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= no retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= 1 retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1 retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the waits grow from retry to retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits that grow leave a struggling service time to recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wait before the first retry, before jitter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter answers sooner; longer spares a service that is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each wait is so many times the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 doubles: the load of retries halves with each round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No wait is longer than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a cap the tenth wait of a doubling schedule is 1,000 times the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the wait is left to chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without jitter all that failed together come back together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decorrelated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>additive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jitter share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the wait that chance may add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 is the tutorial&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a failed attempt is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the first failure goes straight to the next leg.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioFields</name>
    <message>
        <source>when all fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a request does when its whole chain has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on with nothing hides the failure from whoever waits for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip %1 while open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leg is passed over while its breaker is open, without a refusal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the waits of a retry loop around a breaker that refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 legs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More load fills queues; with unlimited workers it only makes the picture denser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per second on average, at random moments (Poisson).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fixed gap between requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests the batch has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are tried; some may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many items are in progress at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More finish sooner and press harder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users who wait for an answer, think, and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closed loop slows down with the service: it cannot overload it for long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded arrivals of %1: edit them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals in phases: edit them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas of the calling program, each with breakers of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each instance must learn by itself that a service is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of requests that carry this fault in their input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays through all tries: retrying never helps, healing may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slower by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service times are so many times longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow is worse than down: callers wait for their timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls it serves at once meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per second that the server lets through meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that a request has in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past it nothing is tried any more, the next leg included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the fault begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault shorter than the cooldown is over before the breaker looks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals stop here; what is in flight then ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer run gives surer figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost  ·  right  ·  p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceFields</name>
    <message>
        <source>The time that the service takes to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long answers meet timeouts and hold callers up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls served at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With finite workers load makes queues, and retries can keep them full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls may wait; beyond, they are refused as overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long queue serves callers who have given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the waiting calls is served next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under overload the oldest caller has often left already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the oldest (fifo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest (lifo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callers cancel what they gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a timed-out call is taken out of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the service works for nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of the service, each with its own workers and queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that is ill takes its share of the calls with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per second that the server lets through; the rest fails with rate_limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries against a limit that is reached only use it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a side effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call changes something: a payment, a mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry after a timeout may do it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idempotency key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repeated call does not repeat the effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes retries of an effect safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from samples, a mixture or the load: edit it in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chance that one attempt fails in this way, when no fault is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries turn independent failures into waiting time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one call costs, in US dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries are billed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often an answer that it gives is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fallback keeps you available and may make you wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapeWords</name>
    <message>
        <source>in flight at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went on with nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 %2, %3, 1 call, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 %2, %3, %4 calls, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1 at %2, %3: still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1 at %2, %3: given up, the deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1 at %2, %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait of %1 before the next try, at most %2, as Retry-After asked: try %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait of %1 before the next try, at most %2: try %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait of %1 before the next try, as Retry-After asked: try %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait of %1 before the next try: try %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagnosis, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagnosis, %1: found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagnosis, %1: found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy for %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy for %1, %2: it helped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy for %1, %2: it did not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1, nothing was sent to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fell back to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::AdviceLabel</name>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::AdviceModel</name>
    <message>
        <source>contradiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::AdvicePane</name>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the linter has nothing to say of this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contradictions, %2 pieces of advice · a row leads to its field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::AttemptsTrack</name>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every try when it ended, by its number: many rows in use mean that the policy adds load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try, 1 – %1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try, 1 – %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1: %2 among others
%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::BackoffPreview</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decorrelated jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 % added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jitter ± %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polly&apos;s jitter v2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoy&apos;s jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole ms ± %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 s added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backoff preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No retry on this leg: nothing waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No wait: a failed attempt is tried again at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, drawn for #%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, first %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Bookmarks</name>
    <message>
        <source>add bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note of a bookmark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::BreakerGauge</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next call is a probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes at the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to CLOSED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every call probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 probe in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot trip yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::BreakersTrack</name>
    <message>
        <source>Breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of each breaker over time: a line while CLOSED, stripes while OPEN, dots while HALF_OPEN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ChecksModel</name>
    <message>
        <source>does not apply: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it assumes, or why it does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ChecksPane</name>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service, a closed form or a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed forms hold, %2 do not apply · measured up to %3 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ChoiceRow</name>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::CommandPalette</name>
    <message>
        <source>%1, policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command, a file, a field, a time or a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of what you want. Arrows choose, Enter does it, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command, a file, a field; 31.2 s or #316 to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter does it · Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to request #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request has started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests are #1 to #%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hipped scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::DocumentCare</name>
    <message>
        <source>Edits are not kept safe, save them yourself: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes to %1 from %2 were kept when the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens them; what was saved before stays one undo away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes them for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes to %1 are back; save them to keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the file over; your version stays one undo away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with what is on the screen; saving asks before it overwrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what is on the screen stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes it anew where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reloaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::EditorRow</name>
    <message>
        <source>Range: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed; it was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is changed from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::EndedTrack</name>
    <message>
        <source>Ended per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that ended, by how they were served: what the callers got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 – %1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retried %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  served at the first try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  saved by a retry or by healing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  served by a fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests ended per second, over %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::EventLogModel</name>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened, and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::EventLogPane</name>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#316, a service, breaker, timeout …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ExportJobs</name>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops; no file is written and an older one of that name stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Exporter</name>
    <message>
        <source>%1 is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report as HTML …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with the figures, pictures, advice and the scenario, to read, print or send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Series as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tracks show, a row a second, for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figures over time as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure along the run, a row a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events as JSON lines …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every single event of the run, a line each, for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it shows now, as PNG with two pixels to one, or as SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures over time as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events as JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hairline stands at %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run is computed up to %1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halfopen %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FaultEdits</name>
    <message>
        <source>outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three times slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this fault is no longer in the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault of %1 at %2 for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add fault of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate fault of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove fault of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a fault at %1, for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate the fault of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the fault of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a fault first: click its bar, or Alt with the down arrow.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FaultsTrack</name>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scenario does to its services, and outages that services have by chance. Causes stand here, above their consequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unavailable by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 times in %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FieldForm</name>
    <message>
        <source>Shows or hides the fields of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FigureCard</name>
    <message>
        <source>whole run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FigureSpec</name>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls to %1 per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that %1 received, divided by requests: its amplification. Above 1 the policy adds load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that succeeded, of those that ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls really sent, divided by finished requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished requests with more than one attempt on a leg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the finished requests took at most this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100 finished requests took at most this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What 1,000 requests cost, in US dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers, of the answers that were served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that a breaker refused: nothing was sent, nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 finished requests took at most this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost per success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was billed, divided by requests that succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests served by the first attempt of the first leg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that have started and not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that any guard of the caller refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FiguresPane</name>
    <message>
        <source>end range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the selected range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the figures up to the hairline again, not those of the selected range (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against the whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 – %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FlowPane</name>
    <message>
        <source>Pipeline and state machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls/s over the last 10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload in the pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose requests the pipeline shows: each workload has breakers and budgets of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the state machine of the selected breaker beside the pipeline, for which a narrow window has no room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, workload %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The breaker stands at the balancer: it takes single replicas out of turn and brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breaker guards this operation: a service that fails goes on being asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 call in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of %1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of %1: %2 moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Glyphs</name>
    <message>
        <source>forced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy did not help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::InFlightTrack</name>
    <message>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that have started and not ended. What grows here without end will not recover by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters act while a track, the overview or the transport has the focus, never while you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom; Ctrl finer, Shift faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move along the time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom to that stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter   Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the old value back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each key, or keys, and what it does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::LatencyTrack</name>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long requests took that ended in each step of time: p50 bold, p95 over the area, p99 dotted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 · p99 %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency of the %1 requests that ended in %2
p50 (bold)  %3
p95 (line)  %4
p99 (dotted)  %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Legend</name>
    <message>
        <source>Signs: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::LoadTrack</name>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls sent (solid) against requests that arrived (dashed): the room between them is what retries add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 – %1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls, requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls %1 · requests %2 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per second, over %1
%2  calls sent (solid)
%3  requests arrived (dashed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1 amplification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::MachineView</name>
    <message>
        <source>State machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::MainWindow</name>
    <message>
        <source>S&amp;tart page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the scenarios that come with the program, with pictures, and the files opened last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a scenario file in place of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget the files opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the list of files opened last. The files themselves stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a scenario that comes with the program; saving asks for a new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the scenario to its file. Comments and order of what was not edited stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the scenario to another file and goes on with that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the window; asks first when there are unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last edit back. The run is computed anew and the view stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was edited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does again what was undone last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds commands, files and fields by a few letters, and goes to a time or a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other of light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes between light and dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the &amp;whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the run from its start to its end in the tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the pane &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the pipeline and the state machine above the tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Focus on the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zooms to the selected request or stay in a state; once more: the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a shorter stretch of time, around the hairline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a longer stretch of time, around the hairline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan to ear&amp;lier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the view a tenth of its width to earlier times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan to l&amp;ater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the view a tenth of its width to later times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hairline a little &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks 4 pixels of time earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hairline a little &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks 4 pixels of time later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hairline further back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks 40 pixels of time earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hairline further on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks 40 pixels of time later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the tracks &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the tracks above, where they do not all fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the tracks &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the tracks beneath, where they do not all fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets simulated time pass at the speed of the transport, or stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event &amp;forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next instant at which something happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the instant before at which something happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at 0 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at the end of what is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows what is computed, as it is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next change of state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next change of the selected breaker, and Why explains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious change of state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the change of the selected breaker before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to where it happens next: what the transport names beside &quot;run until&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run back until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to where it happened before: what the transport names beside &quot;run until&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays at a lower speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays at a higher speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the sheet of all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this &amp;scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scenario is about, in its author&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence, and what it stands on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened. Write over that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open recent file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is edited in the file only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Halfopen %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A flight simulator for resilience policies: the name is the breaker state in which you try before you trust.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. It stands on Qt %2, Qt Charts, yaml-cpp, Random123, {fmt} and Boost.Math.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book&amp;mark here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets a bookmark at the hairline, or takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next bookmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the bookmark before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the bookmar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes why one wants to find this moment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next fa&amp;ult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the keys that move, resize and remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the fault before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the selected fault to the round time before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the selected fault to the next round time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected fault ends at the round time before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected fault ends at the next round time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the selected fault out of the scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presenter mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger type, full screen, and without the editors: for showing it to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;greyscale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes all colour away: the proof that nothing is said by colour alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves by itself: no travelling dots and no animation. Playing still moves the hairline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this layout …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the places of the panes a name, to come back to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove a layout …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets a layout that was given a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts every pane back to where it was at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows no panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout is saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layout was given a name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backoff preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost and accuracy of what was served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1 first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language that this computer is set to, from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window in English, from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window in German, from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halfopen will be in German when it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halfopen will be in English when it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::NotesPane</name>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the moment, F2 writes, Delete removes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookmark yet. B marks the moment at the hairline; write here why it matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bookmark at the hairline (B): to find the moment again and to say why it matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the selected bookmark (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last change of the bookmarks back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go there. Double click or F2: write. Delete: remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bookmarks, kept for this file on this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Notices</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this message and does nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::NumberRow</name>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is refused. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::OverviewStrip</name>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole run and the window that the tracks show. Left and right move the window, up and down zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Pipeline</name>
    <message>
        <source>no wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1^n s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more retries are allowed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next try passes with a probability of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries go on up to %1 failures; now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 fail: no retries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bulkhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hedge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry: tries again after a failure, so that short faults are not seen by the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry budget: a limit of retries over all requests, so that retries do not multiply an overload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker: stops asking a service that fails, and lets probes find out when it is well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulkhead: a limit of calls at once, so that one slow service does not take every thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limiter: a limit of calls per time at the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout: gives a call up that takes too long, so that nobody waits for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedging: sends a further copy of a slow call; the first success wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as the tutorial&apos;s ErrorRecoveryPolicy says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 places are taken, %3 calls wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy is sent before 100 successes are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 replicas out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the balancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared by %1 instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance %1 of %2, %3 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, none wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 replicas are taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy: no fault is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at the balancer: %1 of %2 replicas are taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: everything passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls a second come to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 requests a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::PipelineView</name>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double click leads to its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it, or press Ctrl+Left or Ctrl+Right, to change the order of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::PolicyEditor</name>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy in front of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on this leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ProblemPanel</name>
    <message>
        <source>Problems with a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages, with file, line and column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the messages; the document stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::QueueTrack</name>
    <message>
        <source>Calls at each service with finite workers: served, and on top of them waiting. The dashed line is where all workers are busy. A queue that only grows is the sign of an overload that feeds itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting, %2 of %3 busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls at %1, at most
%2  waiting
%3  served, of %4 workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::QuietTable</name>
    <message>
        <source>%1, up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the rows that hold these words: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Recovery</name>
    <message>
        <source>%1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RequestDetail</name>
    <message>
        <source>%1 of %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each request as a row of its attempts and waits on the time axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 and its neighbours, in order of start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 longest of %2 requests in view, in order of start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request is in view. Select one, or show more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request, start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RequestsModel</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome and reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RequestsPane</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#316, or a word of the outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first at %1 s · %2 requests so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioCard</name>
    <message>
        <source>its picture is being made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioDocument</name>
    <message>
        <source>this is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 16 MiB, too large for a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reload from the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened: 1 error. The document on the screen stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened: %2 errors. The document on the screen stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened. The document on the screen stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not saved. Nothing on the disk was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ScenarioEditor</name>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::SeedBox</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::StartPage</name>
    <message>
        <source>No scenario is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in names and descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the scenarios whose name or description holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a scenario from the disk (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with the scenario that is open (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios that come with Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published results, to be met by a simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::StateMachine</name>
    <message>
        <source>CLOSED to OPEN: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPEN to HALF_OPEN: after its open time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HALF_OPEN to OPEN: a probe fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HALF_OPEN to CLOSED: enough probes succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPEN to CLOSED: after its open time; it has no probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::StatusLine</name>
    <message>
        <source>outages correlated in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures independent between calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finite workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended at the drain limit, with requests in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: too many requests in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: time stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: the trace reached its limit of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this scenario&apos;s model takes into account, and what not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 MB&lt;/b&gt; memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TablesPane</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TextPane</name>
    <message>
        <source>Scenario as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole document. It is taken as soon as it can be read; Escape gives back what was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken yet: the run shows the last text that could be read. Escape goes back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 · not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TimeField</name>
    <message>
        <source>Time looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated time that everything shows. Type a time such as 61.3 or 2min and press Enter to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time; type one such as 61.3 s or 2min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineView</name>
    <message>
        <source>bookmark taken away: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bookmark was set: there are %1 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bookmark after this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bookmark before this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is to be seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the bookmark at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps the note, Esc leaves it as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault was not changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault %1 of %2: %3 %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 · selected %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move it, drag an edge to change how long it lasts.
Selected: Alt with ← → moves, Alt+Shift with ← → changes the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All, in their first order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks, up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet. Open a scenario, and its faults, breakers and requests appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: nothing has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults, breakers, attempts, requests and rates over time. Shows %1 of %2. W and S zoom, A and D pan, left and right move the playhead, I and O begin and end a range there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ToggleRow</name>
    <message>
        <source>%1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TradeoffChart</name>
    <message>
        <source>served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a: nothing has been served yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost against accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a: no service has been asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across: cost per 1,000 requests · up: accuracy of what was served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost per 1,000 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far $%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1 per 1,000 requests, %2 right
net value %3 per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>achieved so far: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around %1 s: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone: $%2 per 1,000 requests, %3 right, served %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>achieved so far: $%1 per 1,000 requests, %2 right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TradeoffView</name>
    <message>
        <source>a &amp;right answer is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A right answer is worth, in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted lines join what has the same net value: right answers times this, less the cost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Transport</name>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves through the run: step, play, speed, time, jumps, seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of what is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated seconds per second of play ([ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &quot;run until&quot; looks for: the next or the last time that this happens (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until it happens next; with Shift, back to where it happened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The luck of the run: the same seed gives the same run. Another one makes a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look at an earlier moment; this goes back to what is computed now (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow what is computed (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not again after %2, as far as is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not again after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · to live (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viewing %1 · back to live (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● live %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ live %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WaterfallTrack</name>
    <message>
        <source>Waterfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest requests in view: their tries, waits, refusals and fallbacks. It tells where the time went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest first,
%1 of %2
in view shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WhatIf</name>
    <message>
        <source>One setting that would have changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what then happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single setting that was tried changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes nothing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row runs seed %1 again up to %2 (%3 runs). Click a setting to take it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running this world again with other settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this world again with other settings (up to %1 s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WholeFile</name>
    <message>
        <source>the disk takes no more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WhyPane</name>
    <message>
        <source>nothing selected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a change of state in a breaker lane to see what decided it, or a request in the waterfall or in the table to read its story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and . selects the next change of state, G runs until the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous transition (Shift and ,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next transition (Shift and .)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transition %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request #%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WorkspaceSwitch</name>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Workspaces</name>
    <message>
        <source>Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a scenario, run it and see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons that explain one policy at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons will stand here: each a small scenario that you play, change and understand. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the settings that serve best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here many settings will be tried at once, over many seeds, and the best be shown. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what really happened, and what would have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here recorded traffic will be replayed under other policies. It is not built yet; Ctrl+1 goes back to the Lab.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
