;;; Opens files in Emacs with the configuration of docs/editors.md and prints what eglot got, as JSON.  -*- lexical-binding: t -*-
;; Run as: emacs --batch -l test/editors/emacs.el (with SIP_LENS_CONFIGURATION set)

(setq load-prefer-newer t)
(when (file-directory-p "/usr/share/emacs/site-lisp/elpa")
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa")) (normal-top-level-add-subdirs-to-load-path)))
(when (file-directory-p "/usr/share/emacs/site-lisp/elpa-src")
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa-src")) (normal-top-level-add-subdirs-to-load-path)))
(require 'eglot)
(require 'flymake)
(require 'json)

(load (getenv "SIP_LENS_CONFIGURATION") nil t)
(setq eglot-sync-connect t eglot-autoshutdown t)

(defvar sip-lens-found nil)
(defun sip-lens-note (key value) (push (cons key value) sip-lens-found))

(defun sip-lens-ask (method &optional line character)
  (jsonrpc-request
   (eglot--current-server-or-lose) method
   (append (list :textDocument (eglot--TextDocumentIdentifier))
           (when line (list :position (list :line line :character character))))))

(defun sip-lens-wait (done)
  (let ((tries 0))
    (while (and (not (funcall done)) (< tries 400))
      (accept-process-output nil 0.02)
      (setq tries (1+ tries)))))

(defun sip-lens-open (file)
  "What a person sees: the mode that the name asks for, and eglot once Emacs is idle."
  (find-file file)
  (run-hooks 'post-command-hook)
  (sip-lens-wait #'eglot-current-server)
  (eglot-signal-didChangeConfiguration (eglot-current-server)))

(defun sip-lens-problems ()
  (sip-lens-wait (lambda () (progn (flymake-start) (flymake-diagnostics))))
  (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

(condition-case failure
    (progn
      (sip-lens-open (getenv "SIP_LENS_LOG"))
      (sip-lens-note 'hover (plist-get (plist-get (sip-lens-ask :textDocument/hover 1 9) :contents) :value))
      (sip-lens-note 'symbols
                     (vconcat (mapcar (lambda (symbol) (plist-get symbol :name))
                                      (sip-lens-ask :textDocument/documentSymbol))))
      (sip-lens-open (getenv "SIP_LENS_MESSAGE"))
      (sip-lens-note 'diagnostics (sip-lens-problems))
      (goto-char (point-min))
      (delete-region (point-min) (line-end-position))
      (insert "SIP/2.0 48")
      (eglot--signal-textDocument/didChange)
      (let ((answer (sip-lens-ask :textDocument/completion 0 10)))
        (sip-lens-note 'completion
                       (vconcat (mapcar (lambda (item) (plist-get item :label))
                                        (if (vectorp answer) answer (plist-get answer :items))))))
      (sip-lens-open (getenv "SIP_LENS_SCRIPT"))
      (sip-lens-note 'script (sip-lens-problems))
      (sip-lens-open (getenv "SIP_LENS_SCENARIO"))
      (sip-lens-note 'scenario (sip-lens-problems)))
  (error (sip-lens-note 'failure (error-message-string failure))))
(princ (concat "RESULT " (json-encode sip-lens-found) "\n"))
(kill-emacs 0)
