-- Kamailio's routing in Lua (KEMI): the same codes, phrases and header fields, as arguments of functions.

FLT_ACC = 1

function ksr_request_route()
	if KSR.maxfwd.process_maxfwd(10) < 0 then
		KSR.sl.send_reply(483, "Too Many Hops")
		return 1
	end

	if KSR.is_OPTIONS() and KSR.corex.has_ruri_user() < 0 then
		KSR.hdr.append_to_reply("Accept: application/sdp\r\n")
		KSR.sl.send_reply(200, "Keepalive")
		return 1
	end

	if KSR.is_method_in("IS") then
		KSR.rr.record_route()
	end

	if KSR.hdr.is_present("Requires") > 0 then
		KSR.hdr.append_to_reply("Unsupported: 100rel\r\n")
		KSR.tm.t_reply(420, "Bad Extension")
		return 1
	end

	if KSR.registrar.lookup("location") < 0 then
		KSR.sl.send_reply(404, "Busy Here")
		return 1
	end

	KSR.tm.t_on_failure("ksr_failure_manage")
	KSR.tm.t_relay()
	return 1
end

function ksr_failure_manage()
	if KSR.tm.t_check_status("486|408") > 0 then
		KSR.tm.t_reply(480, "Temporarily Unavailable")
	end
	return 1
end
